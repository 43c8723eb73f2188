// The examples as events: ready to be encoded, stored and shown. Every room's tests run them.
import { eventByName, type DomainName } from "../catalogue.ts";
import type { AuditEvent } from "../envelope.ts";
import { EXAMPLES_FOLDER, writtenExamples, type ExampleText } from "./written-examples.ts";

export interface Example {
  /** Path inside schemas/examples. */
  file: string;
  domain: DomainName;
  event: AuditEvent;
}

/** Throws where an example's event is not in the catalogue. */
export function readExamples(folder = EXAMPLES_FOLDER): Example[] {
  return writtenExamples(folder).map(({ file, written }) => {
    const known = eventByName(written.eventName);
    if (known === undefined) throw new Error(`${file} is an example of an unknown event: ${written.eventName}`);
    return { file, domain: known.domain, event: toEvent(written, known.record) };
  });
}

const toEvent = (written: ExampleText, record: string): AuditEvent => ({
  ...written,
  id: Buffer.from(written.id.replaceAll("-", ""), "hex"),
  eventTime: Date.parse(written.eventTime),
  details: { [record]: written.details },
});
