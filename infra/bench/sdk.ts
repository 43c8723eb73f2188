// `npm run bench:sdk`: what record() costs its caller, and what the SDK gets through, against bare kafkajs and on disk.
// `-- --long`: memory over minutes with the broker away, then a million spooled events into Kafka. Ratios are of one run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { KafkaAddress } from "@audit-log/schemas/kafka";
import { startEngines } from "../local/src/engines/start-engines.ts";
import { prepareTopics } from "../local/src/pipeline/prepare.ts";
import { spread, spreadText } from "./measured.ts";
import { bareProducer, bareWays } from "./sdk-bare.ts";
import { benchInput, bodyBytes, inTurn, smallInput } from "./sdk-input.ts";
import { longRun } from "./sdk-long.ts";
import { callTimes } from "./sdk-record.ts";
import { benchRecorder, nowhere, PARTITIONS } from "./sdk-recorder.ts";
import { spoolRates } from "./sdk-spool.ts";
import { benchTopic, encodedEvents, gatedSdk } from "./sdk-throughput.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "30000" },
    rounds: { type: "string", default: "7" },
    long: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
    spooled: { type: "string", default: "1000000" },
  },
});
const events = Number(values.events);
const rounds = Number(values.rounds);
const CALLS = 30_000;
const folder = await mkdtemp(join(tmpdir(), "audit-bench-"));

try {
  await using engines = await startEngines({ dataDir: join(folder, "engines"), log: console.log, env: process.env });
  const prefix = `bench${Date.now().toString(36)}`;
  await prepareTopics(engines.kafka, { prefix, partitions: PARTITIONS });
  const result = values.long
    ? await longRun(engines.kafka, prefix, { minutes: Number(values.minutes), events: Number(values.spooled) })
    : await shortRun(engines.kafka, prefix);
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function shortRun(kafka: KafkaAddress, prefix: string) {
  const calls = await recordTimes(kafka, prefix);
  const rates = await throughput(kafka, prefix);
  return { ...calls, ...rates, ...(await spool()) };
}

async function recordTimes(kafka: KafkaAddress, prefix: string) {
  console.log(
    `\nrecord() with a body of ${bodyBytes} bytes, microseconds (minimum · median · maximum of ${rounds} rounds)`,
  );
  await using memory = await benchRecorder(kafka, prefix, { sender: nowhere() });
  await using real = await benchRecorder(kafka, prefix);
  const p50: number[] = [];
  const p99: number[] = [];
  const small = { p50: [] as number[], p99: [] as number[] };
  const behind = { p50: [] as number[], p99: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const alone = await callTimes(memory, CALLS);
    p50.push(alone.p50);
    p99.push(alone.p99);
    const smaller = await callTimes(memory, CALLS, smallInput);
    small.p50.push(smaller.p50);
    small.p99.push(smaller.p99);
    const kafkaToo = await callTimes(real, CALLS);
    behind.p50.push(kafkaToo.p50);
    behind.p99.push(kafkaToo.p99);
  }
  row("memory sender, median", p50);
  row("memory sender, 99 %", p99);
  row("memory sender, no headers, parameters and body, median", small.p50);
  row("memory sender, no headers, parameters and body, 99 %", small.p99);
  row("real Kafka behind it, median", behind.p50);
  row("real Kafka behind it, 99 %", behind.p99);
  return {
    recordP50Us: tenths(p50),
    recordP99Us: tenths(p99),
    recordSmallP50Us: tenths(small.p50),
    recordSmallP99Us: tenths(small.p99),
  };
}

async function throughput(kafka: KafkaAddress, prefix: string) {
  const messages = await encodedEvents(kafka, prefix, events);
  const ways = bareWays.map((way) => ({ ...way, rates: [] as number[] }));
  const delivered: number[] = [];
  const withRecording: number[] = [];
  await using bare = await bareProducer(kafka, benchTopic(prefix));
  await using sdk = await gatedSdk(kafka, prefix);
  const perSecond = (milliseconds: number) => (events / milliseconds) * 1_000;
  const measureBare = async () => {
    for (const way of ways) way.rates.push(perSecond(await bare.send(messages, way)));
  };
  // The first round warms up; the order changes with every round.
  for (let round = 0; round <= rounds; round++) {
    if (round % 2 === 0) await measureBare();
    delivered.push(perSecond(await sdk.deliver(events)));
    withRecording.push(perSecond(await sdk.recordAndDeliver(events)));
    if (round % 2 === 1) await measureBare();
    if (round === 0) for (const rates of [delivered, withRecording, ...ways.map((way) => way.rates)]) rates.length = 0;
  }
  console.log(
    `\nevents per second into Kafka, ${events} of ${messages[0]?.value.length ?? 0} bytes on ${PARTITIONS} partitions`,
  );
  row("SDK, recorded before", delivered);
  row("SDK, recording as well", withRecording);
  for (const { name, rates } of ways) row(`kafkajs, ${name}`, rates);
  const best = (among: typeof ways) => among.toSorted((a, b) => medianOf(b.rates) - medianOf(a.rates))[0]?.rates ?? [];
  const against = (rates: number[], other: number[]) => ratio(rates.map((rate, round) => rate / (other[round] ?? 0)));
  return {
    throughputRatio: against(delivered, best(ways)),
    throughputRatioAgainstSafe: against(delivered, best(ways.filter(({ inFlight }) => inFlight === 1))),
    throughputRatioWithRecording: against(withRecording, best(ways)),
  };
}

async function spool() {
  const made = Array.from({ length: events }, (_, n) => benchInput(n));
  const ways = [
    { name: "all inputs made before", inputs: (n: number) => made[n] ?? benchInput(n) },
    { name: "200 inputs in turn", inputs: inTurn(benchInput) },
    { name: "200 inputs in turn, no headers, parameters and body", inputs: inTurn(smallInput) },
  ].map((way) => ({ ...way, recorded: [] as number[], alone: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const way of ways) {
      const { recordedAndSpooled, spooled } = await spoolRates(events, way.inputs);
      way.recorded.push(recordedAndSpooled);
      way.alone.push(spooled);
    }
  }
  console.log("\nevents per second onto disk, while the broker is away");
  for (const { name, recorded, alone } of ways) {
    row(`recorded and spooled, ${name}`, recorded);
    row(`spooled, recorded before, ${name}`, alone);
  }
  const [all, hot, small] = ways.map(({ recorded }) => Math.round(medianOf(recorded)));
  return {
    spoolEventsPerSecond: all,
    spoolEventsPerSecondInputsInTurn: hot,
    spoolSmallEventsPerSecond: small,
    spoolEventsPerSecondWithoutRecording: Math.round(medianOf(ways[0]?.alone ?? [])),
  };
}

function row(name: string, figures: number[]): void {
  console.log(`  ${name.padEnd(70)} ${spreadText(spread(figures))}`);
}

function tenths(figures: readonly number[]): number {
  return medianOf(figures.map((figure) => figure * 10)) / 10;
}

function medianOf(figures: readonly number[]): number {
  return spread(figures).median;
}

function ratio(figures: readonly number[]): number {
  return medianOf(figures.map((figure) => figure * 100)) / 100;
}
