// record(): compose → encode → buffer, synchronously and without ever throwing; the way on to the broker is deliver.ts.
import type { CatalogueEvent } from "@audit-log/schemas";
import { currentContext } from "./context/context.ts";
import { type Delivery, PendingDelivery, type Stored } from "./deliver/delivery.ts";
import type { DeliveryMode } from "./deliver/outgoing-event.ts";
import type { Outbox } from "./deliver/outbox.ts";
import type { Encode } from "./encode/encode.ts";
import { compose } from "./input/compose.ts";
import type { EventInput } from "./input/event-input.ts";
import { Refused } from "./input/refusal.ts";
import type { JsonKeys } from "./text/json-key.ts";

/** What all events of a recorder share. */
export interface RecordingTools {
  outbox: Outbox;
  keys: JsonKeys;
  producer: { readonly id: string; sequence: number };
  region: string;
  /** Milliseconds UTC. */
  now: () => number;
  /** UUIDv7 of the given time. */
  newId: (now: number) => Buffer;
}

/** Records one kind of event. A call never throws and never waits; its answer tells the end to those who want to know. */
export interface RecordEvent<D extends object> {
  /** Memory first, the spool while the broker is away. */
  (input: EventInput<D>): Delivery;
  /** Resolves when the event is on disk in the spool or acknowledged by the broker, whichever is first; rejects with NotRecorded. */
  durable: (input: EventInput<D>) => Promise<Stored>;
  /** Resolves when the broker has acknowledged the event; rejects with NotRecorded, so that the action can be refused. */
  strict: (input: EventInput<D>) => Promise<Stored>;
}

export function recordEvent<D extends object>(
  event: CatalogueEvent,
  encode: Encode,
  tools: RecordingTools,
): RecordEvent<D> {
  const recordAs = (mode: DeliveryMode) => (input: EventInput<D>) => {
    const { outbox, producer, region } = tools;
    const now = tools.now();
    const id = tools.newId(now);
    const delivery = new PendingDelivery(id);
    try {
      const stamp = { id, now, region, producerId: producer.id };
      const envelope = compose(event, input, stamp, tools.keys, currentContext());
      const { message, cut } = encode(envelope, producer.sequence + 1);
      // From here on the event counts: if it is lost now, the gap in the sequence shows it.
      producer.sequence++;
      outbox.add(
        { domain: event.domain, key: envelope.scope.id, value: message, eventName: event.name, mode },
        delivery,
        cut,
      );
    } catch (cause) {
      outbox.refuse(event.name, delivery, cause instanceof Refused ? cause.message : UNREADABLE);
    }
    return delivery;
  };
  const [buffered, durable, strict] = [recordAs("buffered"), recordAs("durable"), recordAs("strict")];
  return Object.assign((input: EventInput<D>): Delivery => buffered(input), {
    durable: (input: EventInput<D>) => durable(input).orThrow(),
    strict: (input: EventInput<D>) => strict(input).orThrow(),
  });
}

/** What a getter or a proxy threw is the caller's own, and may quote a value. */
const UNREADABLE = "event: reading it threw";
