// A service that records, for tests to kill: `node producer.ts <ProducerOptions as JSON>`. Its lines are written at once (a pipe), `recorded`
// before the call and `told` after the promise resolved: whenever it dies, what it said holds. Commands come by stdin.
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createRecorder,
  type DeliveryResult,
  NotRecorded,
  type Problem,
  type Recorder,
  SpoolLocked,
  type Stored,
} from "@audit-log/producer-core";
import { createKafkaSender } from "../../producers/core/src/kafka/kafka-sender.ts";
import { DOMAINS, inputOf, kindOf, KINDS, modeOf } from "./events.ts";
import { lostLine, ProducerOptions, problemLine, refusedLine } from "./protocol.ts";

const options = ProducerOptions.parse(JSON.parse(process.argv[2] ?? "{}"));
const { producerId, rate } = options;
const TICK_MS = 10;
const say = (...lines: string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

const told = new Set<string>();
function onProblem(problem: Problem): void {
  if (problem.kind === "event-lost") return say(lostLine(problem.reason));
  const kind = "what" in problem ? `${problem.kind}-${problem.what}` : problem.kind;
  // Once is enough to wait for.
  if (!told.has(kind)) say(problemLine(kind));
  told.add(kind);
}

function senderVia(address: string) {
  const [host = "", port = ""] = address.split(":");
  return createKafkaSender({
    address: { brokers: options.brokers, tls: false },
    clientId: producerId,
    socketFactory: ({ onConnect }) => connect({ host, port: Number(port) }, onConnect),
  });
}

async function create(): Promise<Recorder> {
  const { brokers, via, registryUrl, prefix, folder, spoolMaxBytes: maxBytes, ...rest } = options;
  const { strictTimeoutMs, closeTimeoutMs, startTimeoutMs } = rest;
  return createRecorder(
    {
      kafka: { brokers, tls: false },
      registry: { url: registryUrl },
      prefix,
      region: "eu01",
      producerId,
      spool: { folder, maxBytes },
    },
    {
      domains: DOMAINS,
      onProblem,
      maxBackoffMs: 500,
      strictTimeoutMs,
      closeTimeoutMs,
      startTimeoutMs,
      ...(via === undefined ? {} : { sender: senderVia(via) }),
    },
  );
}

async function createOrSayLocked(): Promise<Recorder> {
  try {
    return await create();
  } catch (cause) {
    if (!(cause instanceof SpoolLocked)) throw cause;
    say("locked");
    return process.exit(0);
  }
}

const recorder = await createOrSayLocked();
const records = new Map(KINDS.map(({ name }) => [name, recorder.event<object>(name)]));
const unsettled = new Set<Promise<void>>();
let recorded = 0;
const state = { recording: rate > 0 };

function record(count: number): void {
  const first = recorded;
  recorded += count;
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  if (count > 0) say(...numbers.map((n) => `recorded ${producerId}:${n} ${modeOf(n)}`));
  for (const n of numbers) {
    const settled = recordOne(n).finally(() => unsettled.delete(settled));
    unsettled.add(settled);
  }
}

async function recordOne(n: number): Promise<void> {
  const tag = `${producerId}:${n}`;
  const call = records.get(kindOf(n).name);
  if (call === undefined) throw new Error("unknown kind");
  const mode = modeOf(n);
  const input = inputOf(tag, n);
  const result = await (mode === "buffered" ? call(input).delivered : asResult(call[mode](input)));
  say(result.ok ? `told ${tag} ${result.stored}` : refusedLine(tag, result.reason));
}

async function asResult(stored: Promise<Stored>): Promise<DeliveryResult> {
  try {
    return await stored;
  } catch (cause) {
    if (cause instanceof NotRecorded) return { ok: false, reason: cause.reason, message: cause.message };
    throw cause;
  }
}

/** At the given rate, however late a timer is. */
async function produce(): Promise<void> {
  const start = performance.now();
  while (state.recording) {
    const due = Math.floor(((performance.now() - start) / 1_000) * rate) - recorded;
    record(Math.min(due, 1_000));
    await sleep(TICK_MS);
  }
}

async function drained(): Promise<void> {
  // One per domain opens every topic and its part of the spool; from then on the counts know what waits.
  record(KINDS.length);
  await Promise.all(unsettled);
  const waits = () => recorder.counts.waiting + recorder.counts.spoolWaiting > 0;
  while (waits()) await sleep(TICK_MS);
}

async function end(): Promise<never> {
  await recorder.close();
  await Promise.all(unsettled);
  say(`counts ${JSON.stringify(recorder.counts)}`);
  process.exit(0);
}

say("ready");
const producing = produce();
for await (const command of createInterface({ input: process.stdin })) {
  state.recording = false;
  await producing;
  if (command === "drain") await drained();
  if (command !== "stop") await end();
}
// The test is gone.
process.exit(1);
