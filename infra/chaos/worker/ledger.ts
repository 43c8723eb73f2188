// What was sent, what must become of it, and what Kafka acknowledged: kept outside of the system, before anything can go wrong.

export interface Spot {
  topic: string;
  partition: number;
  offset: number;
}

/** Of a row, what is compared; `view` only where every part of it is looked at. */
export interface EventFacts {
  id: string;
  producer: string;
  sequence: number;
  view?: Readonly<Record<string, unknown>> | undefined;
}

/** Whose e-mail an event names, and when it happened (milliseconds UTC). */
export interface Naming {
  kind: string;
  id: string;
  email: string;
  time: number;
}

export interface Expected {
  /** It may become this row. */
  row?: EventFacts | undefined;
  /** What it may tell of its initiator, also where it is refused by the store in the end. */
  names?: Naming | undefined;
  /** It may be dead-lettered for one of these reasons; "any": for whichever. Undefined: it must not. */
  reasons?: readonly string[] | "any" | undefined;
  /** The dead letter cannot hold what was sent. */
  otherBytes?: boolean | undefined;
}

export interface Sent {
  /** An event's is its id, everything else's is in a header. */
  tag: string;
  key: Buffer | null;
  value: Buffer | null;
  expected: Expected;
}

export class Ledger {
  readonly sent = new Map<string, Sent>();
  /** Where Kafka said that it is; the same tag may be at several spots after a repeated send. */
  readonly acknowledged: { tag: string; spot: Spot }[] = [];

  /** Before it is sent. */
  note(sent: Sent): void {
    this.sent.set(sent.tag, sent);
  }

  acknowledge(tag: string, spot: Spot): void {
    this.acknowledged.push({ tag, spot });
  }
}

export const spotText = ({ topic, partition, offset }: Spot): string => `${topic}/${partition}:${offset}`;
