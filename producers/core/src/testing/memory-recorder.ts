// A recorder over the in-memory sender, and what it stored, decoded.
import type { AuditEvent } from "@audit-log/schemas";
import {
  createMemorySender,
  createRecorder,
  type MemorySenderOptions,
  type Problem,
  type RecorderOptions,
} from "../index.ts";
import { decoder, MEMBERSHIP, type RoleDeletedDetails, testConfig } from "./events.ts";

export const SCHEMA_ID = 7;

export async function memoryRecorder(options: RecorderOptions & { memory?: Partial<MemorySenderOptions> } = {}) {
  const { memory, ...recorderOptions } = options;
  const sender = createMemorySender({ topics: [MEMBERSHIP], ...memory });
  const problems: Problem[] = [];
  const recorder = await createRecorder(testConfig(), {
    sender,
    registry: { idOf: async () => SCHEMA_ID },
    onProblem: (problem) => problems.push(problem),
    maxBackoffMs: 5,
    lingerMs: 0,
    ...recorderOptions,
  });
  const decode = decoder("membership");
  return {
    sender,
    recorder,
    problems,
    record: recorder.event<RoleDeletedDetails>("membership.role.delete"),
    events: (): AuditEvent[] => sender.stored(MEMBERSHIP).map(({ value }) => decode(value)),
    /** The one event that was recorded, once it is stored. */
    async oneEvent(): Promise<AuditEvent> {
      await recorder.flush();
      const [event, ...others] = sender.stored(MEMBERSHIP).map(({ value }) => decode(value));
      if (event === undefined || others.length > 0) throw new Error(`${others.length + 1} events instead of one`);
      return event;
    },
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}

/** All stored bytes, as text to search in. */
export const storedText = ({
  sender,
}: {
  sender: { stored: (topic: string) => readonly { value: Buffer }[] };
}): string =>
  sender
    .stored(MEMBERSHIP)
    .map(({ value }) => value.toString("utf8"))
    .join("\n");
