// The delivery loop: one send in flight, one batch to one partition at a time (kafkajs can double or lose concurrent sends of an
// idempotent producer). A lane that fails waits and keeps its batch; the others go on. Order per scope is the lane's order.
import { type Backoff, waitMs } from "../wait/backoff.ts";
import type { Bell } from "../wait/bell.ts";
import { BatchRefused, type EventSender } from "./event-sender.ts";
import type { BatchLimits, Lane } from "./lane.ts";
import type { OutgoingEvent } from "./outgoing-event.ts";

export interface DeliveryLine {
  sender: EventSender;
  /** Lanes with something to send, in any order; asked again and again. */
  lanes: () => readonly Lane[];
  bell: Bell;
  backoff: Backoff;
  limits: BatchLimits;
  /** Wait after the first event of an idle time, so that a burst goes out together; milliseconds. */
  lingerMs: number;
  /** Monotonic milliseconds: a clock that is set back must not hold up what waits for another attempt. */
  now: () => number;
  /** `offset` of the first event; -1n: unknown. */
  onDelivered: (lane: Lane, events: readonly OutgoingEvent[], offset: bigint) => void;
  onRejected: (event: OutgoingEvent, cause: BatchRefused) => void;
  onRetry: (lane: Lane, cause: unknown) => void;
}

/** How many events make a round worth its sends, and how long the first of them waits for the others, in times of lingerMs. */
const ENOUGH_EVENTS = 1_000;
const LINGERS = 4;

/** Returns when `signal` is aborted and the send in flight was answered. */
export async function deliver(line: DeliveryLine, signal: AbortSignal): Promise<void> {
  let busy = false;
  while (!signal.aborted) {
    const lanes = line.lanes().filter((lane) => !lane.empty);
    const ready = lanes.filter((lane) => lane.pausedUntil <= line.now());
    const wait = busy ? waitForCompany(line, ready) : 0;
    if (wait > 0) {
      await line.bell.wait(wait);
      continue;
    }
    busy = ready.length > 0;
    if (!busy) await idle(line, lanes);
    for (const lane of ready) if (!signal.aborted) await sendBatch(line, lane, signal);
  }
}

/** Between two rounds, milliseconds: a send costs nearly the same for one event as for a hundred. Strict and durable events wait for nobody. */
function waitForCompany({ lingerMs, now }: DeliveryLine, ready: readonly Lane[]): number {
  if (ready.length === 0 || !ready.every((lane) => lane.mayWait)) return 0;
  if (ready.reduce((sum, lane) => sum + lane.queued, 0) >= ENOUGH_EVENTS) return 0;
  const oldest = Math.min(...ready.map((lane) => lane.first?.since ?? 0));
  return Math.max(0, oldest + LINGERS * lingerMs - now());
}

async function idle(line: DeliveryLine, paused: readonly Lane[]): Promise<void> {
  if (paused.length > 0)
    return line.bell.wait(Math.max(0, Math.min(...paused.map((lane) => lane.pausedUntil)) - line.now()));
  await line.bell.wait();
  await new Promise((resolve) => setTimeout(resolve, line.lingerMs));
}

async function sendBatch(line: DeliveryLine, lane: Lane, signal: AbortSignal): Promise<void> {
  const batch = lane.batch(line.limits);
  // While another lane was sending, its events went back to the spool or were withdrawn.
  if (batch.length === 0) return;
  const answer = await answerOf(line.sender.send(lane.topic, lane.partition, batch));
  if (answer.kind === "stored") {
    lane.done();
    line.onDelivered(lane, batch, answer.offset);
  } else if (signal.aborted) return;
  else if (answer.kind === "refused") refused(line, lane, batch, answer.cause);
  else {
    lane.failures++;
    lane.pausedUntil = line.now() + waitMs(line.backoff, lane.failures);
    line.onRetry(lane, answer.cause);
  }
}

type Answer =
  | { kind: "stored"; offset: bigint }
  | { kind: "refused"; cause: BatchRefused }
  | { kind: "unknown"; cause: unknown };

async function answerOf(sent: Promise<bigint>): Promise<Answer> {
  try {
    return { kind: "stored", offset: await sent };
  } catch (cause) {
    return cause instanceof BatchRefused ? { kind: "refused", cause } : { kind: "unknown", cause };
  }
}

/** One event that the broker will never take must not block the others: the batch is halved until it is alone. */
function refused(line: DeliveryLine, lane: Lane, batch: readonly OutgoingEvent[], cause: BatchRefused): void {
  const [only, ...others] = batch;
  if (only === undefined || others.length > 0) return lane.halve();
  lane.done();
  return line.onRejected(only, cause);
}
