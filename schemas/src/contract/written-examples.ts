// schemas/examples as its files say it, before anything is made of it: what generates the catalogue cannot ask the catalogue.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Envelope } from "../envelope.ts";

export const EXAMPLES_FOLDER = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Written for people: id and time as text, details bare. */
export type ExampleText = Omit<Envelope, "id" | "eventTime"> & { id: string; eventTime: string; details: object };

export interface WrittenExample {
  /** Path inside schemas/examples. */
  file: string;
  /** Folder that it is in: its domain. */
  domain: string;
  /** File name without .json: its event. */
  name: string;
  written: ExampleText;
}

/** Sorted by file. */
export function writtenExamples(folder = EXAMPLES_FOLDER): WrittenExample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => ({
      file,
      domain: file.split("/")[0] ?? "",
      name: basename(file, ".json"),
      written: JSON.parse(readFileSync(join(folder, file), "utf8")),
    }));
}
