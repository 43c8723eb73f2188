// The repository's own gate, stricter than the registry's: the envelope and every published detail record can be read by older and by
// newer programs alike, and nothing that somebody looks for goes away. New detail records, new optional fields, new symbols where
// there is a default, other words and attributes are allowed.
import { detailRecords, fullName, type AvroField, type AvroRecord } from "../../avro-schema.ts";
import { namedTypes, unreadable } from "../../resolution.ts";
import type { Breach } from "./breach.ts";
import { fieldChanges } from "./field-changes.ts";

/** Everything in `working` that would break a user of `published`; empty where it may be published. */
export function breaches(published: AvroRecord, working: AvroRecord): Breach[] {
  const roots = { before: published, now: working };
  return [
    ...recordBreaches("envelope", "", withoutDetails(published), withoutDetails(working), roots),
    ...detailRecords(published).flatMap((record) => eventBreaches(record, roots)),
  ];
}

interface Roots {
  before: AvroRecord;
  now: AvroRecord;
}

function eventBreaches(before: AvroRecord, roots: Roots): Breach[] {
  const event = eventNameOf(before);
  const present = detailRecords(roots.now);
  const after = present.find((record) => fullName(record) === fullName(before));
  if (after === undefined) return [goneOrMoved(event, before, present)];
  const name = eventNameOf(after);
  const renamed: Breach[] = name === event ? [] : [renamedEvent(event, name)];
  return [...renamed, ...recordBreaches(event, "details.", before, after, roots)];
}

function goneOrMoved(event: string, before: AvroRecord, present: AvroRecord[]): Breach {
  const after = present.find((record) => eventNameOf(record) === event);
  if (after === undefined) {
    return {
      event,
      path: "",
      fault: "is gone",
      breaks: ["new-readers", "callers", "viewers"],
      instead: "keep it, and say in its doc that it is no longer recorded",
    };
  }
  return {
    event,
    path: "",
    fault: `has its record ${fullName(before)} renamed to ${fullName(after)}`,
    breaks: ["new-readers", "old-readers", "callers"],
    instead: `call it ${fullName(before)} again`,
  };
}

const renamedEvent = (event: string, name: string): Breach => ({
  event,
  path: "",
  fault: `was renamed to ${name}`,
  breaks: ["viewers"],
  instead: `keep ${event}, and add ${name} as an event of its own`,
});

/** Field by field, so that it can be said in words; then Avro is asked for what the words have missed. */
function recordBreaches(event: string, path: string, before: AvroRecord, now: AvroRecord, roots: Roots): Breach[] {
  const sides = [before, now].map((record, index) => ({
    fields: record.fields,
    names: namedTypes(index === 0 ? roots.before : roots.now),
  }));
  const [was, is] = sides;
  if (was === undefined || is === undefined) return [];
  const said = fieldChanges(was, is, path).map((change): Breach => ({ event, ...change }));
  const atPublished = { schema: before, root: roots.before };
  const atWorking = { schema: now, root: roots.now };
  const missed: Breach[] = [
    ...unreadable(atWorking, atPublished).map((found) => ({ ...found, breaks: ["new-readers" as const] })),
    ...unreadable(atPublished, atWorking).map((found) => ({ ...found, breaks: ["old-readers" as const] })),
  ]
    .map((found) => ({ event, ...found, path: path + found.path, instead: "leave it as it was published" }))
    .filter(({ path }) => !said.some((breach) => path === breach.path || path.startsWith(`${breach.path}.`)));
  return [...said, ...missed];
}

const withoutDetails = (schema: AvroRecord): AvroRecord => ({
  ...schema,
  fields: schema.fields.filter((field: AvroField) => field.name !== "details"),
});

export const eventNameOf = (record: AvroRecord): string =>
  "eventName" in record && typeof record.eventName === "string" ? record.eventName : record.name;
