// schemas/avro/published: every version of every domain's schema that ever left this repository. Files are added, never edited;
// SHA256SUMS notices an edit, and the numbers notice a gap.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AvroRecord } from "../../avro-schema.ts";
import { AVRO_FOLDER, type DomainDefinition } from "../read-contract.ts";

export const PUBLISHED_FOLDER = join(AVRO_FOLDER, "published");

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

export function publishedDomains(folder = PUBLISHED_FOLDER): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Adds the domain's schema as its newest version; undefined where the newest is already the same. */
export function addPublished(domain: DomainDefinition, folder = PUBLISHED_FOLDER): string | undefined {
  if (domain.schema === undefined) return undefined;
  const versions = publishedSchemas(domain.name, folder);
  if (JSON.stringify(versions.at(-1)?.schema) === JSON.stringify(domain.schema)) return undefined;
  const file = fileOf(domain.name, versions.length + 1);
  mkdirSync(join(folder, domain.name), { recursive: true });
  writeFileSync(join(folder, file), `${JSON.stringify(domain.schema, null, 1)}\n`);
  const sums = { ...recordedSums(folder), [file]: sumOf(join(folder, file)) };
  const lines = Object.entries(sums).map(([name, sum]) => `${sum}  ${name}\n`);
  writeFileSync(join(folder, "SHA256SUMS"), lines.toSorted((a, b) => a.slice(66).localeCompare(b.slice(66))).join(""));
  return file;
}

/** One sentence per file that was edited, removed or added by hand. */
export function tampering(folder = PUBLISHED_FOLDER): string[] {
  const recorded = recordedSums(folder);
  const present = new Set(publishedDomains(folder).flatMap((domain) => filesOf(domain, folder)));
  const known = Object.keys(recorded);
  const numbered = publishedDomains(folder).flatMap((domain) =>
    filesOf(domain, folder).map((_file, index) => fileOf(domain, index + 1)),
  );
  const names = new Set([...known, ...present, ...numbered]);
  return [...names].toSorted().flatMap((name) => {
    if (!present.has(name)) return [`avro/published/${name} is missing: ${RESTORE}`];
    if (recorded[name] === undefined) return [`avro/published/${name} was added by hand: remove it; ${HOW}`];
    return sumOf(join(folder, name)) === recorded[name] ? [] : [`avro/published/${name} was edited: ${RESTORE}`];
  });
}

const HOW = "versions are added by npm run schemas:publish only";
const RESTORE = "events in Kafka were written with it, so restore it with git checkout";

const filesOf = (domain: string, folder: string): string[] =>
  readdirSync(join(folder, domain)).map((name) => `${domain}/${name}`);

const fileOf = (domain: string, version: number): string => `${domain}/${String(version).padStart(4, "0")}.avsc`;

function recordedSums(folder: string): Record<string, string> {
  const path = join(folder, "SHA256SUMS");
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return Object.fromEntries(lines.filter((line) => line !== "").map((line) => [line.slice(66), line.slice(0, 64)]));
}

const sumOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
