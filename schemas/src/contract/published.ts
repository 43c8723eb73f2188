// schemas/avro/published: every version of every domain's schema that ever left this repository. Files are added, never edited;
// SHA256SUMS notices an edit.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AvroRecord } from "../avro-schema.ts";
import { AVRO_FOLDER, type DomainDefinition } from "./read-contract.ts";

const PUBLISHED_FOLDER = join(AVRO_FOLDER, "published");

export interface PublishedSchema {
  /** e.g. membership/0001.avsc */
  file: string;
  schema: AvroRecord;
}

/** Oldest first. */
export function publishedSchemas(domain: string, folder = PUBLISHED_FOLDER): PublishedSchema[] {
  const home = join(folder, domain);
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .toSorted()
    .map((name) => ({ file: `${domain}/${name}`, schema: JSON.parse(readFileSync(join(home, name), "utf8")) }));
}

/** Adds the domain's schema as its newest version; undefined where the newest is already the same. */
export function addPublished(domain: DomainDefinition, folder = PUBLISHED_FOLDER): string | undefined {
  if (domain.schema === undefined) return undefined;
  const versions = publishedSchemas(domain.name, folder);
  if (JSON.stringify(versions.at(-1)?.schema) === JSON.stringify(domain.schema)) return undefined;
  const file = `${domain.name}/${String(versions.length + 1).padStart(4, "0")}.avsc`;
  mkdirSync(join(folder, domain.name), { recursive: true });
  writeFileSync(join(folder, file), `${JSON.stringify(domain.schema, null, 1)}\n`);
  const sums = { ...recordedSums(folder), [file]: sumOf(join(folder, file)) };
  const lines = Object.entries(sums).map(([name, sum]) => `${sum}  ${name}\n`);
  writeFileSync(join(folder, "SHA256SUMS"), lines.toSorted((a, b) => a.slice(66).localeCompare(b.slice(66))).join(""));
  return file;
}

/** Published files that were edited, removed or added by hand. */
export function tamperedFiles(folder = PUBLISHED_FOLDER): string[] {
  const recorded = recordedSums(folder);
  const present = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".avsc"))
    : [];
  const names = new Set([...Object.keys(recorded), ...present]);
  return [...names].filter((name) => !existsSync(join(folder, name)) || sumOf(join(folder, name)) !== recorded[name]);
}

function recordedSums(folder: string): Record<string, string> {
  const path = join(folder, "SHA256SUMS");
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

const sumOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
