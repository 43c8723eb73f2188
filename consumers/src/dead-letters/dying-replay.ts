// A program for tests: a replay that is killed (SIGKILL, by itself) when the n-th group of letters is acknowledged and not yet remembered.
// node dying-replay.ts <brokers> <registry> <prefix> <n> <filters…>
import { createRegistry } from "@audit-log/schemas";
import pino from "pino";
import { connectKafka } from "../kafka-client.ts";
import { commandOf } from "./arguments.ts";
import { openLetterTopic } from "./letter-topic.ts";
import { replay } from "./replay.ts";
import { createJudge } from "./verdict.ts";

const [brokers = "", url = "", prefix = "", groups = "", ...filters] = process.argv.slice(2);
const kafka = connectKafka({ kafka: { brokers: brokers.split(","), tls: false } }, pino({ level: "silent" }));
const producer = kafka.producer();
await producer.connect();
let left = Number(groups);
const sendBatch: typeof producer.sendBatch = async (batch) => {
  const answer = await producer.sendBatch(batch);
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
  return answer;
};

const command = commandOf(["replay", "--yes", ...filters], { prefix, now: Date.now() });
if (command.name !== "replay") throw new Error("not a replay");
await replay(
  {
    topic: await openLetterTopic(kafka, prefix),
    judge: createJudge(createRegistry({ url }), prefix, Date.now),
    producer: () => Promise.resolve({ sendBatch, send: (one) => producer.send(one) }),
    confirm: () => Promise.resolve(true),
  },
  command,
  { out: () => {}, note: () => {} },
);
