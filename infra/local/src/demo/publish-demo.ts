// Tells the story through the SDKs and keeps a record of every call, so that a check can hold each answer of the API against it.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { EventName } from "@audit-log/schemas";
import type { EventInput, Recorder } from "@audit-log/producer-core";
import { story } from "./story.ts";
import { sdksOf } from "./telling.ts";

export interface RecordedCall {
  id: string;
  name: EventName;
  input: EventInput<object>;
}

export interface Demo {
  /** ISO 8601: when the story was told. */
  told: string;
  calls: RecordedCall[];
}

/** Records every event of the story and returns when all are acknowledged. Throws where one was not. */
export async function publishDemo(recorder: Recorder, now: number): Promise<Demo> {
  const calls: RecordedCall[] = [];
  const sdks = sdksOf(noting(recorder, calls));
  const deliveries = story(now).map((event, number) => event.record(sdks, number));
  await recorder.flush();
  for (const delivery of deliveries) {
    const result = await delivery.delivered;
    if (!result.ok) throw new Error(`demo event ${delivery.id} was not delivered: ${result.reason}: ${result.message}`);
  }
  return { told: new Date(now).toISOString(), calls };
}

/** The same recorder, which notes what it was called with. */
function noting(recorder: Recorder, calls: RecordedCall[]): Pick<Recorder, "event"> {
  return {
    event: <D extends object>(name: EventName) => {
      const record = recorder.event<D>(name);
      const noted = (input: EventInput<D>) => {
        const delivery = record(input);
        calls.push({ id: delivery.id, name, input });
        return delivery;
      };
      return Object.assign(noted, { durable: record.durable, strict: record.strict });
    },
  };
}

export function readDemo(path: string): Demo | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Whole or not at all. */
export function writeDemo(path: string, demo: Demo): void {
  writeFileSync(`${path}.new`, JSON.stringify(demo));
  renameSync(`${path}.new`, path);
}
