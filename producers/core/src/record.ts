// record(): compose → encode → buffer, synchronously and without ever throwing; the way on to the broker is deliver.ts.
import { type CatalogueEvent, uuidText } from "@audit-log/schemas";
import { type Delivery, PendingDelivery } from "./deliver/delivery.ts";
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

export type RecordEvent<D extends object> = (input: EventInput<D>) => Delivery;

export function recordEvent<D extends object>(
  event: CatalogueEvent,
  encode: Encode,
  tools: RecordingTools,
): RecordEvent<D> {
  return (input) => {
    const { outbox, producer, region } = tools;
    const now = tools.now();
    const id = tools.newId(now);
    const delivery = new PendingDelivery(() => uuidText(id));
    try {
      const envelope = compose(event, input, { id, now, region, producerId: producer.id }, tools.keys);
      const { message, cut } = encode(envelope, producer.sequence + 1);
      // From here on the event counts: if it is lost now, the gap in the sequence shows it.
      producer.sequence++;
      outbox.add(
        { domain: event.domain, key: envelope.scope.id, value: message, eventName: event.name, delivery },
        cut,
      );
    } catch (cause) {
      outbox.refuse(event.name, delivery, cause instanceof Refused ? cause.message : UNREADABLE);
    }
    return delivery;
  };
}

/** What a getter or a proxy threw is the caller's own, and may quote a value. */
const UNREADABLE = "event: reading it threw";
