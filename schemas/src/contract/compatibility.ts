// The repository's own gate, stricter than the registry's: the envelope and every published detail record can be read
// by older and by newer programs alike; the only other change allowed is a new detail record.
import type { AvroField, AvroRecord, AvroSchema } from "../avro-schema.ts";
import { fullName } from "../avro-schema.ts";
import { unreadable } from "../resolution.ts";

export interface Breach {
  /** Event or "envelope". */
  event: string;
  /** Where in it, e.g. details.replicas. */
  path: string;
  fault: string;
  /** Who would fail. */
  breaks: string;
}

const NEW_READERS = "programs of this version reading events already written";
const OLD_READERS = "programs still on the published version reading new events";

/** Everything in `working` that would break a user of `published`; empty where it may be published. */
export function breaches(published: AvroRecord, working: AvroRecord): Breach[] {
  return [...envelopeBreaches(published, working), ...detailBreaches(published, working)];
}

function envelopeBreaches(published: AvroRecord, working: AvroRecord): Breach[] {
  const before = withoutDetails(published);
  const now = withoutDetails(working);
  return bothWays("envelope", before, now, published, working);
}

function detailBreaches(published: AvroRecord, working: AvroRecord): Breach[] {
  const now = new Map(detailRecords(working).map((record) => [fullName(record), record]));
  return detailRecords(published).flatMap((before) => {
    const event = eventNameOf(before);
    const after = now.get(fullName(before));
    if (after === undefined) {
      return [{ event, path: "details", fault: "the published detail record is gone", breaks: NEW_READERS }];
    }
    const renamed =
      eventNameOf(after) === event
        ? []
        : [
            {
              event,
              path: "eventName",
              fault: `was renamed to ${eventNameOf(after)}`,
              breaks: "everyone who filters by name",
            },
          ];
    return [...renamed, ...bothWays(event, before, after, published, working)];
  });
}

function bothWays(
  event: string,
  before: AvroRecord,
  now: AvroRecord,
  published: AvroRecord,
  working: AvroRecord,
): Breach[] {
  const forward = unreadable({ schema: now, root: working }, { schema: before, root: published });
  const backward = unreadable({ schema: before, root: published }, { schema: now, root: working });
  return [
    ...forward.map((found) => ({ event, ...found, breaks: NEW_READERS })),
    ...backward.map((found) => ({ event, ...found, breaks: OLD_READERS })),
  ];
}

export function detailRecords(schema: AvroRecord): AvroRecord[] {
  const details = schema.fields.find((field) => field.name === "details")?.type;
  return Array.isArray(details) ? details.filter(isRecord) : [];
}

const isRecord = (schema: AvroSchema): schema is AvroRecord =>
  typeof schema === "object" && !Array.isArray(schema) && schema.type === "record";

const withoutDetails = (schema: AvroRecord): AvroRecord => ({
  ...schema,
  fields: schema.fields.filter((field: AvroField) => field.name !== "details"),
});

const eventNameOf = (record: AvroRecord): string =>
  "eventName" in record && typeof record.eventName === "string" ? record.eventName : record.name;
