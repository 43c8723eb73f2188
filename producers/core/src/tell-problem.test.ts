import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { project } from "./index.ts";
import { roleDeleted } from "./testing/events.ts";
import { memoryRecorder } from "./testing/memory-recorder.ts";

const noEvent = roleDeleted({ scope: project("") });

it("a lost event is a line in the service's log, which repeats no value", async () => {
  const warn = vi.fn<(fields: object, message: string) => void>();
  const logger = { debug: () => {}, info: () => {}, error: () => {}, warn };
  await using subject = await memoryRecorder({ logger });
  const { id } = subject.record(noEvent);
  expect(warn.mock.calls).toEqual([
    [
      expect.objectContaining({ kind: "event-lost", reason: "refused", id }),
      expect.stringContaining(`event ${id} (membership.role.delete) was lost: refused: scope.id`),
    ],
  ]);
  expect(subject.problems).toHaveLength(1);
});

it("where nobody listens it is a warning of the process", async () => {
  await using subject = await memoryRecorder({ onProblem: undefined });
  const warned = once(process, "warning");
  const { id } = subject.record(noEvent);
  const [warning]: unknown[] = await warned;
  expect(warning).toMatchObject({ name: "AuditLog", code: "refused", message: expect.stringContaining(id) });
});
