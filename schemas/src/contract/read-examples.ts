// schemas/examples: one example per event, written for people (id and time as text, details bare). Every room's tests run them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DomainName } from "../catalogue.ts";
import { domains, eventByName } from "../catalogue.ts";
import type { AuditEvent, Envelope } from "../envelope.ts";

const EXAMPLES_FOLDER = fileURLToPath(new URL("../../examples/", import.meta.url));

export interface Example {
  /** Path inside schemas/examples. */
  file: string;
  domain: DomainName;
  event: AuditEvent;
}

type WrittenExample = Omit<Envelope, "id" | "eventTime"> & { id: string; eventTime: string; details: object };

export function readExamples(folder = EXAMPLES_FOLDER): Example[] {
  return domains.flatMap(({ name: domain }) =>
    filesOf(join(folder, domain)).map((name) => {
      const written: WrittenExample = JSON.parse(readFileSync(join(folder, domain, name), "utf8"));
      return { file: `${domain}/${name}`, domain, event: toEvent(written) };
    }),
  );
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .toSorted();
  } catch (cause) {
    // A domain without events has no examples yet.
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}

function toEvent(written: WrittenExample): AuditEvent {
  const record = eventByName(written.eventName)?.record;
  if (record === undefined) throw new Error(`example of an unknown event: ${written.eventName}`);
  return {
    ...written,
    id: Buffer.from(written.id.replaceAll("-", ""), "hex"),
    eventTime: Date.parse(written.eventTime),
    details: { [record]: written.details },
  };
}
