// The survey: every worker reads what is new about the hierarchy; one of them, the surveyor, also keeps what readers need.
// Whatever fails is told and tried again at the next survey: no event waits for the hierarchy, and what was missing is filled later.
import { setTimeout as sleep } from "node:timers/promises";
import { topicOf } from "@audit-log/schemas";
import type { Assignment } from "../ports.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { HierarchyStore } from "./hierarchy-store.ts";
import type { HierarchyObserver } from "./observer.ts";
import { Surveyor } from "./surveyor.ts";

export interface SurveyOptions {
  hierarchy: Hierarchy;
  store: HierarchyStore;
  observer: HierarchyObserver;
  /** What topics begin with. */
  prefix: string;
  /** Between two surveys. */
  intervalMs: number;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

/**
 * A fact is stamped when its insert begins and is readable when it has ended, perhaps on another replica: longer than an insert may
 * last, twice over. What takes longer still is found by the next whole reading.
 */
const OVERLAP_MS = 120_000;
/** Everything is read, compared and looked for anew: mends whatever went wrong meanwhile. */
const WHOLE_EVERY_MS = 3_600_000;

export class Survey {
  readonly #options: SurveyOptions;
  readonly #surveyor: Surveyor;
  readonly #topic: string;
  readonly #stopped = new AbortController();
  #going: Promise<void> | undefined;
  #since = 0;
  #wholeAt: number | undefined;

  constructor(options: SurveyOptions) {
    this.#options = options;
    this.#surveyor = new Surveyor(options);
    this.#topic = topicOf("resource-manager", options.prefix);
  }

  /** To be called with every assignment: whoever has the first partition of Resource Manager's topic is the surveyor, as long as it lasts. */
  assigned({ positions, fence }: Assignment): void {
    const isSurveyor = positions.some(({ topic, partition }) => topic === this.#topic && partition === 0);
    this.#surveyor.appoint(isSurveyor ? fence.signal : undefined);
  }

  /** Surveys until it is stopped. Returns when the first one is done, or has failed, or lasts longer than `patienceMs`; never throws. */
  async begin(patienceMs: number): Promise<void> {
    const first = this.once();
    this.#going = first.then(() => this.#goOn());
    await Promise.race([first, sleep(patienceMs, undefined, { ref: false })]);
  }

  /** Returns when the survey under way has ended. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#going;
  }

  /** One survey. Never throws. */
  async once(): Promise<void> {
    const { hierarchy, observer } = this.#options;
    try {
      await this.#read();
      observer.surveyed(hierarchy.nodes, hierarchy.unresolved);
      await this.#surveyor.keep();
    } catch (cause) {
      observer.surveyFailed(cause);
    }
  }

  async #goOn(): Promise<void> {
    const { signal } = this.#stopped;
    for (;;) {
      await sleep(this.#options.intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.once();
    }
  }

  async #read(): Promise<void> {
    const { hierarchy, store, observer, now } = this.#options;
    const began = now();
    const isWhole = this.#wholeAt === undefined || began - this.#wholeAt >= WHOLE_EVERY_MS;
    for await (const facts of store.facts(isWhole ? 0 : Math.max(0, this.#since - OVERLAP_MS))) {
      this.#surveyor.note(hierarchy.learn(facts));
      for (const { insertedAt } of facts) this.#since = Math.max(this.#since, insertedAt);
    }
    if (!isWhole) return;
    this.#wholeAt = began;
    this.#surveyor.noteAll();
    if (hierarchy.isFull) observer.full(hierarchy.nodes);
  }
}
