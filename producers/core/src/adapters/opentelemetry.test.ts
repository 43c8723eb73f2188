import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  context,
  type Context,
  type ContextManager,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { afterEach, expect, it } from "vitest";
import { runInContext, user } from "../index.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";
import { ADA, declared } from "./contract/harness.ts";
import { traced } from "./opentelemetry.ts";

const ACTIVE: SpanContext = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7", traceFlags: 1 };

afterEach(() => {
  trace.disable();
  context.disable();
});

/** As much of an SDK as is needed: contexts that follow asynchronous work, and spans that are noted. */
function registerSdk() {
  const contexts = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => contexts.getStore() ?? ROOT_CONTEXT,
    with: (value, run, self, ...args) => contexts.run(value, () => run.call(self as never, ...args)),
    bind: (_context, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  const spans: { name: string; attributes: Attributes; status?: number; ended: boolean }[] = [];
  const tracer: Tracer = {
    startSpan(name, options) {
      const noted = { name, attributes: { ...options?.attributes }, ended: false };
      spans.push(noted);
      const span = trace.wrapSpanContext(ACTIVE);
      return Object.assign(Object.create(span) as Span, {
        isRecording: () => true,
        setAttribute: (key: string, value: string) => void (noted.attributes[key] = value),
        setStatus: (status: { code: number }) => void Object.assign(noted, { status: status.code }),
        end: () => void (noted.ended = true),
      });
    },
    startActiveSpan: () => {
      throw new Error("not used");
    },
  };
  context.setGlobalContextManager(manager);
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  const inSpan = <T>(run: () => T): T =>
    context.with(trace.setSpan(context.active(), trace.wrapSpanContext(ACTIVE)), run);
  return { spans, inSpan };
}

it("does nothing but record where no SDK is registered", async () => {
  await using subject = await memoryRecorder();
  const record = traced(subject.recorder).event<{ roleId: string }>("membership.role.delete");
  const result = await record(declared({ initiator: ADA })).delivered;
  expect(result.ok).toBe(true);
  expect(await subject.oneEvent()).toMatchObject({ traceparent: null });
});

it("fills in the active span where neither input nor context has a trace", async () => {
  await using subject = await memoryRecorder();
  const { inSpan } = registerSdk();
  const record = traced(subject.recorder).event<{ roleId: string }>("membership.role.delete");
  inSpan(() => {
    record(declared({ initiator: ADA }));
    record(declared({ initiator: ADA, traceparent: "own" }));
    runInContext({ initiator: ADA, traceparent: "context's" }, () => record(declared()));
    runInContext({ initiator: ADA }, () => record(declared()));
  });
  await subject.recorder.flush();
  const active = `00-${ACTIVE.traceId}-${ACTIVE.spanId}-01`;
  expect(subject.events().map(({ traceparent }) => traceparent)).toEqual([active, "own", "context's", active]);
});

it("spans an event from record() to its end, without personal data", async () => {
  await using subject = await memoryRecorder();
  const { spans } = registerSdk();
  const record = traced(subject.recorder).event<{ roleId: string }>("membership.role.delete");
  const delivery = record(declared({ initiator: user("user-1", "ada@example.com") }));
  expect(spans).toMatchObject([{ ended: false }]);
  await delivery.delivered;
  const refused = record(declared());
  await refused.delivered;
  await expect.poll(() => spans.filter(({ ended }) => ended).length).toBe(2);
  const name = "audit.record";
  const attributes = { "audit.event.name": "membership.role.delete" };
  expect(spans).toEqual([
    { name, ended: true, attributes: { ...attributes, "audit.event.id": delivery.id } },
    {
      name,
      ended: true,
      status: 2,
      attributes: { ...attributes, "audit.event.id": refused.id, "audit.undelivered": "refused" },
    },
  ]);
});

it("spans durable and strict recording, and leaves their rejection to the caller", async () => {
  await using subject = await memoryRecorder();
  const { spans } = registerSdk();
  const record = traced(subject.recorder).event<{ roleId: string }>("membership.role.delete");
  await record.strict(declared({ initiator: ADA }));
  await expect(record.durable(declared())).rejects.toMatchObject({ name: "NotRecorded", reason: "refused" });
  await expect.poll(() => spans.filter(({ ended }) => ended).length).toBe(2);
  expect(spans).toMatchObject([
    { attributes: { "audit.event.name": "membership.role.delete" } },
    { status: 2, attributes: { "audit.event.id": expect.any(String), "audit.undelivered": "refused" } },
  ]);
});

it("records also where the tracer throws", async () => {
  await using subject = await memoryRecorder();
  const broken: Tracer = {
    startSpan: () => {
      throw new Error("broken");
    },
    startActiveSpan: () => {
      throw new Error("broken");
    },
  };
  const record = traced(subject.recorder, broken).event<{ roleId: string }>("membership.role.delete");
  expect(await record(declared({ initiator: ADA })).delivered).toMatchObject({ ok: true });
});
