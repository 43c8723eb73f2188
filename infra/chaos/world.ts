// Topics, a spool folder, a registry and a ledger of one test or round, apart from all others.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import kafkajs from "kafkajs";
import { topicOf } from "@audit-log/schemas";
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import { createTopic, newPrefix } from "../../producers/core/src/testing/kafka-topics.ts";
import { check, type Findings } from "./check.ts";
import { DOMAINS } from "./events.ts";
import { Ledger } from "./ledger.ts";
import { Producing } from "./producing.ts";
import type { ProducerOptions } from "./protocol.ts";
import { standInRegistry } from "./registry.ts";

const ATTEMPTS = 50;
const PAUSE_MS = 200;

export type World = Awaited<ReturnType<typeof newWorld>>;

/** `folder`: a spool that is there already and not removed. Topics are made by createTopics(). */
export async function newWorld(brokers: string[], folder?: string) {
  const prefix = newPrefix();
  const home = folder ?? (await mkdtemp(join(tmpdir(), "audit-chaos-spool-")));
  const registry = await standInRegistry();
  const ledger = new Ledger();
  const started: Producing[] = [];

  const start = (options: Partial<ProducerOptions> = {}): Producing => {
    const producerId = `p${started.length + 1}`;
    const all = { brokers, registryUrl: registry.url, prefix, folder: home, producerId, rate: 0, ...options };
    const producing = new Producing(all, ledger);
    started.push(producing);
    return producing;
  };
  return {
    prefix,
    folder: home,
    registry,
    ledger,
    start,
    createTopics: async (): Promise<void> => {
      for (const domain of DOMAINS) await insist(() => createTopic(brokers, topicOf(domain, prefix)));
    },
    removeTopics: () =>
      removeTopics(
        brokers,
        DOMAINS.map((domain) => topicOf(domain, prefix)),
      ),
    /** The last process: sends what is left. Then all that was promised must be there. */
    drainAndCheck: async (options: Partial<ProducerOptions> = {}): Promise<Findings> => {
      await start(options).end("drain");
      return check(brokers, prefix, ledger);
    },
    check: (): Promise<Findings> => check(brokers, prefix, ledger),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      for (const producing of started) await producing.kill();
      await registry[Symbol.asyncDispose]();
      if (folder === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}

/** A broker that has just come back may not know yet what it leads. That a topic is there already is no fault. */
async function insist(doIt: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await doIt();
    } catch (cause) {
      if (attempt === ATTEMPTS) throw cause;
      await sleep(PAUSE_MS);
    }
  }
}

async function removeTopics(brokers: string[], topics: string[]): Promise<void> {
  prepareKafkajs();
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.deleteTopics({ topics });
  await admin.disconnect();
}
