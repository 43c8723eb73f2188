// One topic: closed until its schema's id and its partitions are known, then one lane per partition. Events wait at the door in order;
// while the topic is spooling they go from there to the spool and come back to their lanes from it.
import { writeSchemaId } from "../encode/encode.ts";
import { type Backoff, waitMs } from "../wait/backoff.ts";
import { Bell } from "../wait/bell.ts";
import type { Placement } from "./event-sender.ts";
import { Lane } from "./lane.ts";
import type { OutgoingEvent } from "./outgoing-event.ts";

export interface TopicLookups {
  /** Throws while the registry is away, UnknownSchema where the schema was never published. */
  schemaId: () => Promise<number>;
  /** Throws while the topic does not exist or the broker is away. */
  placement: () => Promise<Placement>;
  backoff: Backoff;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** `attempt` counts from 1. */
  onFailure: (what: "registry" | "topic", attempt: number, cause: unknown) => void;
}

export class Topic {
  readonly name: string;
  /** Rung when an event came or left. */
  readonly bell = new Bell();
  /** Events go through the spool, so that none overtakes those which are in it; strict ones never do. */
  isSpooling: boolean;
  #door: OutgoingEvent[] = [];
  readonly #lanes = new Map<number, Lane>();
  #open: { schemaId: number; placement: Placement } | undefined;
  readonly #durable: OutgoingEvent[] = [];

  constructor(name: string, isSpooling: boolean) {
    this.name = name;
    this.isSpooling = isSpooling;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  push(event: OutgoingEvent): void {
    this.#door.push(event);
    if (event.mode === "durable") this.#durable.push(event);
    this.bell.ring();
  }

  /** Looks up what is needed to send, again and again until it is there or `signal` is aborted. */
  async open(lookups: TopicLookups, signal: AbortSignal): Promise<void> {
    const schemaId = await insist(lookups, "registry", lookups.schemaId, signal);
    const placement = await insist(lookups, "topic", lookups.placement, signal);
    if (schemaId !== undefined && placement !== undefined) this.#open = { schemaId, placement };
  }

  /** The lanes, after those who may leave the door have gone to theirs. */
  lanes(): Lane[] {
    if (this.#open !== undefined && this.#door.length > 0) {
      const leaving = this.isSpooling ? this.#takeStrict() : this.#door.splice(0);
      for (const event of leaving) this.#toLane(event, this.#open.schemaId);
    }
    return [...this.#lanes.values()];
  }

  #takeStrict(): OutgoingEvent[] {
    const strict = this.#door.filter(isStrict);
    if (strict.length > 0) this.#door = this.#door.filter((event) => !isStrict(event));
    return strict;
  }

  #toLane(event: OutgoingEvent, schemaId: number): void {
    writeSchemaId(event.value, schemaId);
    const partition = this.#open?.placement(event.key) ?? 0;
    const lane = this.#lanes.get(partition) ?? new Lane(this.name, partition);
    this.#lanes.set(partition, lane);
    lane.push(event);
  }

  /** An event that comes back from the spool; `schemaId` of the schema it was written with. The topic is open. */
  pushFromSpool(event: OutgoingEvent, schemaId: number): void {
    this.#toLane(event, schemaId);
  }

  /** For how long nothing has moved although something waits, monotonic milliseconds. */
  stuckFor(now: number): number {
    const [first] = this.#door;
    const waits = [...this.#lanes.values()].flatMap((lane) =>
      lane.first === undefined ? [] : [now - Math.max(lane.first.since, lane.lastEnd)],
    );
    // While spooling, the door waits for the disk and not for the broker.
    return Math.max(0, ...waits, first === undefined || this.isSpooling ? 0 : now - first.since);
  }

  /** The broker took something since then (monotonic milliseconds), and no lane fails. */
  flowsSince(then: number): boolean {
    const lanes = [...this.#lanes.values()];
    return lanes.some(({ lastEnd }) => lastEnd > then) && lanes.every(({ failures }) => failures === 0);
  }

  /** For how long the oldest durable event has been in nobody's keeping but ours, monotonic milliseconds. */
  durableFor(now: number): number {
    while (this.#durable[0]?.isWaiting === false) this.#durable.shift();
    return this.#durable[0] === undefined ? 0 : now - this.#durable[0].since;
  }

  get isEmpty(): boolean {
    return this.#door.length === 0 && [...this.#lanes.values()].every((lane) => lane.empty);
  }

  /**
   * From now on events go through the spool. What was not sent yet returns to the door, before those who wait there, or to the spool
   * that it came from; what may be stored already stays in the lanes.
   */
  startSpooling(): { underWay: OutgoingEvent[]; toSpool: OutgoingEvent[] } {
    this.isSpooling = true;
    const lanes = [...this.#lanes.values()];
    const back = lanes.flatMap((lane) => lane.takeQueued((event) => !isStrict(event)));
    this.#door = [...back.filter(({ position }) => position === undefined), ...this.#door];
    return {
      underWay: lanes.flatMap((lane) => lane.underWay.filter((event) => !isStrict(event))),
      toSpool: back.filter(({ position }) => position !== undefined),
    };
  }

  /** The next events for the spool, in order. */
  takeForSpool(maxEvents: number): OutgoingEvent[] {
    const looked = this.#door.splice(0, maxEvents);
    this.#door.unshift(...looked.filter(isStrict));
    return looked.filter((event) => !isStrict(event));
  }

  /** They are still first in line. */
  putBack(events: readonly OutgoingEvent[]): void {
    this.#door = [...events, ...this.#door];
  }

  /** True where it was not sent yet, and is now not sent any more. */
  withdraw(event: OutgoingEvent): boolean {
    const before = this.#door.length;
    this.#door = this.#door.filter((other) => other !== event);
    if (this.#door.length < before) return true;
    return [...this.#lanes.values()].some((lane) => lane.takeQueued((other) => other === event).length > 0);
  }

  /** Takes everything out; see Lane.clear. */
  clear(): { underWay: OutgoingEvent[]; waiting: OutgoingEvent[] } {
    const lanes = [...this.#lanes.values()].map((lane) => lane.clear());
    const waiting = [...lanes.flatMap((lane) => lane.waiting), ...this.#door.splice(0)];
    return { underWay: lanes.flatMap((lane) => lane.underWay), waiting };
  }
}

const isStrict = ({ mode }: OutgoingEvent): boolean => mode === "strict";

async function insist<T>(
  lookups: TopicLookups,
  what: "registry" | "topic",
  lookUp: () => Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await lookUp();
    } catch (cause) {
      lookups.onFailure(what, attempt, cause);
      await lookups.sleep(waitMs(lookups.backoff, attempt), signal);
    }
  }
  return undefined;
}
