// One round: two customers, a writer, readers of every kind, and disturbances; in the end what readers were shown is held against what is stored.
import { createRecorder } from "@audit-log/producer-core";
import { createKafkaSender } from "../../../producers/core/src/kafka/kafka-sender.ts";
import type { Engines } from "../../local/src/engines/engines.ts";
import { REGION } from "../../local/src/pipeline/environments.ts";
import type { Pipeline } from "../../local/src/pipeline/start-pipeline.ts";
import { randomOf } from "../random.ts";
import { until } from "../worker/until.ts";
import { check, violationsOf } from "./check.ts";
import { type Counts, countsOf } from "./counts.ts";
import { clientsOf, type Crowd, readAll } from "./crowd.ts";
import { disturb, type Disturbances, type DisturbanceName } from "./disturb.ts";
import { Ledger } from "./ledger.ts";
import { type Questions, questionsOf } from "./question.ts";
import { settledUntil } from "./readers/feed-page.ts";
import { PATIENCE_MS } from "./readers/insist.ts";
import { Memory, type Reader } from "./readers/reader.ts";
import { RepeatingSender } from "./repeating-sender.ts";
import { type StoredEvents, storedEvents } from "./stored-events.ts";
import { Tenants } from "./tenants.ts";
import { Writer } from "./writer.ts";

export interface RoundOptions {
  readonly pipeline: Pick<Pipeline, "api" | "worker" | "issuer">;
  readonly engines: Engines;
  readonly prefix: string;
  readonly seed: number;
  /** How long is written. */
  readonly seconds: number;
  /** Events per second. */
  readonly rate: number;
  /** What is done first; then at random. */
  readonly disturbances: readonly DisturbanceName[];
  /** Seconds between two of them, at most. */
  readonly pause: number;
  readonly crowd: Crowd;
  /** What happens, while it happens. */
  readonly log: (line: string) => void;
}

export interface Outcome {
  readonly counts: Counts;
  readonly disturbances: Disturbances;
  readonly violations: readonly string[];
}

/** A worker's group gives a dead one up as soon as a broker allows, and batches are small. A new one reads back partition by partition: few of them. */
export const PIPELINE = {
  partitions: 2,
  workerEnvironment: { WORKER_SESSION_TIMEOUT_MS: "6000", WORKER_BATCH_ROWS: "100" },
};
/** The pipeline is new: nothing was received before it began. */
const SLACK_MS = 60_000;

export async function playRound(options: RoundOptions): Promise<Outcome> {
  const { pipeline, engines, prefix, seconds, rate } = options;
  const start = performance.now();
  const log = (what: string): void => options.log(`${((performance.now() - start) / 1_000).toFixed(1)} s: ${what}`);
  let seeds = options.seed;
  const newRandom = () => randomOf(seeds++);
  const since = Date.now() - SLACK_MS;
  const tenants = new Tenants();
  const questions = questionsOf(tenants);
  const ledger = new Ledger();
  const memory = new Memory();
  const { kafka, registry } = engines;
  const sender = new RepeatingSender(createKafkaSender({ address: kafka, clientId: "chaos-reading" }), newRandom());
  await using recorder = await createRecorder({ kafka, registry, prefix, region: REGION }, { sender });
  await using store = storedEvents(engines, prefix);
  const writer = new Writer({ recorder, tenants, ledger, random: newRandom() });
  const over = new AbortController();
  let goal = Number.POSITIVE_INFINITY;
  const newReader = async (name: string): Promise<Reader> => ({
    random: newRandom(),
    clients: await clientsOf({ pipeline, tenants, name }),
    memory,
    since,
    rate,
    over: over.signal,
    goal: () => goal,
  });

  for (const place of tenants.places) writer.create(place);
  await writer.flush();
  const controller = await newReader("controller");
  await untilReadable(controller, questions);

  const surroundings = { pipeline, writer, tenants, reader: controller, random: newRandom(), questions, log };
  const writeAll = async (): Promise<Disturbances> => {
    const disturbing = disturb(surroundings, options.disturbances, options.pause * rate, over.signal);
    await Promise.race([writer.write(seconds * rate, rate, over.signal), disturbing]);
    over.abort();
    log("all is written");
    const done = await disturbing;
    await writer.flush();
    await untilStored(store, ledger);
    goal = Date.now();
    log("all is stored");
    return done;
  };
  log("readers and writer begin");
  const [writing, reading] = [writeAll(), readAll(newReader, questions, options.crowd)];
  const disturbances = await Promise.all([writing, reading])
    .then(([done]) => done)
    .catch(async (cause: unknown) => {
      // Who fails ends the round for all.
      over.abort();
      goal = 0;
      await Promise.allSettled([writing, reading]);
      throw cause;
    });
  log("readers have ended");

  const stored = await store.all();
  const { showings, counted } = memory;
  const findings = check({ tenants, acknowledged: ledger.acknowledged, stored, showings, counted });
  const counts = countsOf({ ledger, repeated: sender.repeated, stored, showings, counted, memory, findings });
  const given = ledger.given.map((event) => `the SDK gave up ${event}`);
  return { counts, disturbances, violations: [...violationsOf(findings), ...given] };
}

/** Where our and their places lie is known, so that their auditors may read them. */
async function untilReadable(reader: Reader, questions: Questions): Promise<void> {
  for (const question of Object.values(questions))
    await until("what was created may be read", async () => (await settledUntil(reader, question)) > 0);
}

/** All that was acknowledged; where that does not come true, the checker says what is lost. */
async function untilStored(store: StoredEvents, { acknowledged }: Ledger): Promise<void> {
  const isStored = async (): Promise<boolean> => {
    const stored = await store.all();
    return [...acknowledged.keys()].every((id) => stored.has(id));
  };
  await until("all that was acknowledged is stored", isStored, PATIENCE_MS).catch(() => undefined);
}
