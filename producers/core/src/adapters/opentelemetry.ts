// Spans and trace context of OpenTelemetry around recording; only the API is needed, and without a registered SDK all of it does nothing.
import { diag, isSpanContextValid, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import type { EventName } from "@audit-log/schemas";
import { currentContext, runInContext } from "../context/context.ts";
import { type Delivery, NotRecorded, type Stored, type Undelivered } from "../deliver/delivery.ts";
import type { EventInput } from "../input/event-input.ts";
import type { RecordEvent } from "../record.ts";
import type { Recorder } from "../recorder.ts";

const NAME = "@audit-log/producer-core";

/**
 * The same recorder to hand to the generated packages, with a span "audit.record" from record() to the event's end (stored or lost), and
 * with the active span as an event's `traceparent` where neither its input nor its context has one.
 * Attributes: audit.event.name; audit.event.id, which durable() and strict() tell only where they reject; audit.undelivered (the reason).
 */
export const traced = (
  recorder: Pick<Recorder, "event">,
  tracer: Tracer = trace.getTracer(NAME),
): Pick<Recorder, "event"> => ({
  event<D extends object>(name: EventName): RecordEvent<D> {
    const record = recorder.event<D>(name);
    const spanned =
      <A extends Delivery | Promise<Stored>>(recordNow: (input: EventInput<D>) => A) =>
      (input: EventInput<D>): A => {
        const traceparent = currentContext()?.traceparent ?? activeTraceparent();
        const span = startSpan(tracer, name);
        const answer =
          traceparent === undefined ? recordNow(input) : runInContext({ traceparent }, () => recordNow(input));
        if (span !== undefined) void endSpan(span, answer);
        return answer;
      };
    return Object.assign(spanned(record), { durable: spanned(record.durable), strict: spanned(record.strict) });
  },
});

function activeTraceparent(): string | undefined {
  const active = trace.getActiveSpan()?.spanContext();
  if (active === undefined || !isSpanContextValid(active)) return undefined;
  return `00-${active.traceId}-${active.spanId}-${active.traceFlags.toString(16).padStart(2, "0")}`;
}

/** Undefined where nobody looks. Recording must not depend on a tracer: its faults go where OpenTelemetry's own do. */
function startSpan(tracer: Tracer, name: EventName): Span | undefined {
  try {
    const span = tracer.startSpan("audit.record", {
      kind: SpanKind.PRODUCER,
      attributes: { "audit.event.name": name },
    });
    return span.isRecording() ? span : undefined;
  } catch (cause) {
    diag.error(`${NAME}: no span`, cause);
    return undefined;
  }
}

async function endSpan(span: Span, answer: Delivery | Promise<Stored>): Promise<void> {
  try {
    const { id, undelivered } = await (answer instanceof Promise ? endOfStored(answer) : endOfDelivery(answer));
    if (id !== undefined) span.setAttribute("audit.event.id", id);
    if (undelivered !== undefined) {
      span.setAttribute("audit.undelivered", undelivered);
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
  } catch (cause) {
    diag.error(`${NAME}: a span was not ended`, cause);
  }
}

interface End {
  id?: string;
  undelivered?: Undelivered;
}

async function endOfDelivery({ id, delivered }: Delivery): Promise<End> {
  const result = await delivered;
  return result.ok ? { id } : { id, undelivered: result.reason };
}

async function endOfStored(stored: Promise<Stored>): Promise<End> {
  try {
    await stored;
    return {};
  } catch (cause) {
    if (!(cause instanceof NotRecorded)) throw cause;
    return { id: cause.id, undelivered: cause.reason };
  }
}
