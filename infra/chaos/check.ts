// The checker outside of the system: reads the topics to their ends and compares them with what the producing processes said.
import { topicOf, uuidText } from "@audit-log/schemas";
import { decoder } from "../../producers/core/src/testing/events.ts";
import { readTopic } from "../../producers/core/src/testing/kafka-topics.ts";
import { DOMAINS } from "./events.ts";
import type { Ledger } from "./ledger.ts";

export interface Findings {
  recorded: number;
  /** Acknowledged, or in the spool. */
  told: number;
  /** Different ids. */
  inKafka: number;
  /** Messages whose id had been there before. */
  doubled: string[];
  /** Told, and not in Kafka. */
  missing: string[];
  /** In Kafka, and never recorded, or twice under different ids. */
  strangers: string[];
  /** In Kafka although it was told that it is stored nowhere. */
  denied: string[];
  /** Buffered or durable events that overtook an earlier one of their process and scope. */
  disorder: string[];
  /** Given up after it was told: expired or damaged in the spool. */
  lostLater: number;
}

/** These say that the event is stored nowhere. */
const NOWHERE = new Set(["refused", "buffer-full", "timeout", "closed"]);

export async function check(brokers: string[], prefix: string, ledger: Ledger): Promise<Findings> {
  const ids = new Map<string, string>();
  const sequences = new Map<string, number>();
  const doubled: string[] = [];
  const strangers: string[] = [];
  const disorder: string[] = [];
  for (const domain of DOMAINS) {
    const decode = decoder(domain);
    for (const { key, value } of await readTopic(brokers, topicOf(domain, prefix))) {
      const { id, resource, producer, scope } = decode(value);
      const tag = resource.id;
      const before = ids.get(tag);
      if (before === uuidText(id)) doubled.push(tag);
      else if (before !== undefined || !ledger.recorded.has(tag) || key !== scope.id) strangers.push(tag);
      if (before !== undefined) continue;
      ids.set(tag, uuidText(id));
      // A strict event does not wait behind the spool.
      if (ledger.recorded.get(tag) === "strict") continue;
      const line = `${domain} ${scope.id} ${producer.id}`;
      if (producer.sequence < (sequences.get(line) ?? 0)) disorder.push(tag);
      sequences.set(line, producer.sequence);
    }
  }
  return {
    recorded: ledger.recorded.size,
    told: ledger.told.size,
    inKafka: ids.size,
    doubled,
    strangers,
    disorder,
    missing: [...ledger.told.keys()].filter((tag) => !ids.has(tag)),
    denied: [...ledger.refused].filter(([tag, reason]) => NOWHERE.has(reason) && ids.has(tag)).map(([tag]) => tag),
    lostLater: (ledger.lost.get("expired") ?? 0) + (ledger.lost.get("damaged") ?? 0),
  };
}

/** What must never be, in words; empty where all is well. */
export function violationsOf(findings: Findings, mayDouble: boolean): string[] {
  const { missing, strangers, denied, disorder, doubled, lostLater } = findings;
  const some = (what: string, tags: readonly string[]): string[] =>
    tags.length === 0 ? [] : [`${tags.length} ${what}: ${tags.slice(0, 5).join(", ")}`];
  return [
    ...some("told and not in Kafka", missing),
    ...some("in Kafka and never recorded", strangers),
    ...some("in Kafka although told to be nowhere", denied),
    ...some("out of order", disorder),
    ...(mayDouble ? [] : some("doubled without a kill", doubled)),
    ...(lostLater > 0 ? [`${lostLater} lost in the spool`] : []),
  ];
}
