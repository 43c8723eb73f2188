// Records events of both customers through the SDK, at a rate: on time, late, of the same moment, PRIVATE, failed and denied; and notes what was acknowledged.
import { setTimeout as sleep } from "node:timers/promises";
import { DAY_MS, type EventName } from "@audit-log/schemas";
import {
  denied,
  type EventInput,
  failure,
  folder,
  organization,
  project,
  type Recorder,
  success,
  system,
} from "@audit-log/producer-core";
import { inputOf, kindOf } from "../events.ts";
import type { Random } from "../random.ts";
import { until } from "../worker/until.ts";
import type { Ledger } from "./ledger.ts";
import { contextOf, type Place, type Tenants } from "./tenants.ts";

const TICK_MS = 50;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** So old a late event is at most. */
export const LATEST_MS = 3 * DAY_MS;
const SCOPES = { organization, folder, project };

export interface WriterParts {
  readonly recorder: Recorder;
  readonly tenants: Tenants;
  readonly ledger: Ledger;
  readonly random: Random;
}

export class Writer {
  readonly #parts: WriterParts;
  #recorded = 0;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Kafka has acknowledged so many more. */
  async more(count: number, over: AbortSignal): Promise<void> {
    const { acknowledged } = this.#parts.ledger;
    const goal = acknowledged.size + count;
    await until(`${goal} events are acknowledged`, () => over.aborted || acknowledged.size >= goal);
  }

  /** Resource Manager's event that a place was created: what lies where is known from these alone. */
  create({ scope, parent }: Place): void {
    const details = { containerId: `c-${scope.id}`, name: scope.id, labels: {} };
    const below = parent === undefined ? {} : { containerParentId: `c-${parent.scope.id}` };
    const members = scope.type === "organization" ? {} : { members: [] };
    this.#record(`resource-manager.${scope.type}.create`, {
      scope: SCOPES[scope.type](scope.id),
      initiator: system("chaos"),
      resource: { id: scope.id },
      details: { ...details, ...below, ...members },
    });
  }

  /** So many events at so many per second, unless it is over before; returns when Kafka has acknowledged them. */
  async write(events: number, rate: number, over: AbortSignal): Promise<void> {
    const start = performance.now();
    for (let written = 0; written < events && !over.aborted;) {
      const due = Math.min(events, ((performance.now() - start) / SECOND_MS) * rate);
      for (; written < due; written++) this.happen();
      await sleep(TICK_MS);
    }
    await this.flush();
  }

  flush(): Promise<void> {
    return this.#parts.recorder.flush();
  }

  /** Something, somewhere; or in this place, now. */
  happen(there?: Place): void {
    const { random, tenants } = this.#parts;
    const [first, ...rest] = tenants.places;
    if (first === undefined) throw new Error("there is no place for anything");
    const place = there ?? random.pick([first, ...rest]);
    const n = this.#recorded;
    this.#record(kindOf(n).name, {
      ...inputOf(`reading:${n}`, n),
      scope: SCOPES[place.scope.type](place.scope.id),
      // Where nobody says what is above, the hierarchy does.
      context: random.between(1, 2) === 1 ? contextOf(place) : undefined,
      eventTime: there === undefined ? this.#time() : Date.now(),
      outcome: random.pick([success(200), success(200), success(200), failure(500, "chaos"), denied("chaos")]),
      visibility: random.between(1, 20) === 1 ? "PRIVATE" : "PUBLIC",
    });
  }

  #time(): number {
    const { random } = this.#parts;
    const now = Date.now();
    const choice = random.next();
    if (choice < 0.05) return now - random.between(MINUTE_MS, LATEST_MS);
    if (choice < 0.1) return now - random.between(SECOND_MS, 5 * MINUTE_MS);
    // Many at one moment: their order is that of their ids.
    if (choice < 0.4) return now - (now % SECOND_MS);
    return now;
  }

  #record(name: EventName, input: EventInput<object>): void {
    const { recorder, ledger } = this.#parts;
    this.#recorded += 1;
    const eventTime = Number(input.eventTime ?? Date.now());
    const { id, delivered } = recorder.event<object>(name)({ ...input, eventTime });
    const { scope, visibility, outcome } = input;
    const isPrivate = visibility === "PRIVATE";
    const fact = { id, scopeId: scope.id, eventTime, isPrivate, outcome: outcome?.result ?? "SUCCESS" };
    const isLate = Date.now() - eventTime >= MINUTE_MS;
    void delivered.then((result) => {
      if (result.ok) ledger.acknowledge(fact, isLate);
      else ledger.given.push(`${id}: ${result.reason}: ${result.message}`);
    });
  }
}
