// A recorder with a spool over the in-memory sender, which can be away, hang and come back.
import { expect } from "vitest";
import type { Problem } from "../deliver/problems.ts";
import { createRecorder, project, type RecorderOptions } from "../index.ts";
import { createMemorySender, type MemorySender } from "../kafka/memory-sender.ts";
import { decoder, MEMBERSHIP, type RoleDeletedDetails, roleDeleted, testConfig } from "./events.ts";

const away = (): Promise<never> => Promise.reject(new Error("broker away"));
const decode = decoder("membership");

/** A broker that can be away, behind a recorder with a spool; the next subject of a test finds what the last one left. */
export async function spoolingSubject(
  folder: string,
  options: RecorderOptions & { sender?: MemorySender; maxBytes?: number } = {},
) {
  const sender = options.sender ?? createMemorySender({ topics: [MEMBERSHIP] });
  const real = { send: sender.send.bind(sender), placement: sender.placement.bind(sender) };
  const problems: Problem[] = [];
  const { maxBytes, ...recorderOptions } = options;
  const recorder = await createRecorder(
    { ...testConfig(), spool: { folder, maxBytes } },
    {
      registry: { idOf: async () => 7 },
      onProblem: (problem) => problems.push(problem),
      maxBackoffMs: 5,
      lingerMs: 0,
      closeTimeoutMs: 2_000,
      spoolTimes: { bufferedMs: 30, durableMs: 5 },
      ...recorderOptions,
      sender,
    },
  );
  const record = recorder.event<RoleDeletedDetails>("membership.role.delete");
  return {
    recorder,
    record,
    sender,
    problems,
    goAway: () => Object.assign(sender, { send: away, placement: away }),
    hang: () => Object.assign(sender, { send: () => new Promise<bigint>(() => {}) }),
    comeBack: () => Object.assign(sender, real),
    many: (count: number, from = 0) =>
      Array.from({ length: count }, (_, n) => record(roleDeleted({ scope: project(`project-${(from + n) % 5}`) }))),
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}

export const storedIn = (sender: MemorySender) => sender.stored(MEMBERSHIP).map(({ value }) => decode(value));

/** Every scope's events in the order of recording, none twice. */
export function expectInOrder(sender: MemorySender, count: number): void {
  const events = storedIn(sender);
  expect(events).toHaveLength(count);
  for (const scope of new Set(events.map((event) => event.scope.id))) {
    const sequences = events.filter((event) => event.scope.id === scope).map(({ producer }) => producer.sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
  }
}
