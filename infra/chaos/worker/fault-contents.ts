// What is in the messages: each poison, real events bent at random, batches packed in every way, and batches that unpack to more than memory
// should hold. Each is stored or dead-lettered, and the worker stays up.
import { topicOf } from "@audit-log/schemas";
import { allExamples } from "./events.ts";
import { CompressionTypes } from "./kafka-client.ts";
import { mutate } from "./mutate.ts";
import { type Poison, PoisonCabinet } from "./poison.ts";
import type { Fault, Round } from "./round.ts";
import { verdictOn, type Verdict } from "./verdict.ts";
import type { World } from "./world.ts";

const BESIDE = 500;

/** Nothing is left out of what was sent, and the worker that met it still answers. */
async function settledBy(world: World, feed: () => Promise<void>): Promise<void> {
  const worker = await world.startWorker();
  await feed();
  await world.feeder.events(BESIDE);
  await world.caughtUp();
  if (!(await worker.answersOk("/livez"))) throw new Error("the worker does not say that it lives");
}

const sendPoison = async (world: World, poisons: readonly Poison[]): Promise<void> => {
  // One at a time: the limit is on what is sent together, and each shall be alone in its batch.
  for (const { topic, value, expected, headers = {} } of poisons)
    await world.feeder.send([world.feeder.tagged({ topic, value, expected, headers })]);
};

const cabinetOf = ({ feeder, registry, prefix }: World): PoisonCabinet =>
  new PoisonCabinet(feeder.source, registry, prefix);

export const poison: Fault = {
  name: "poison",
  world: { view: true },
  play: ({ world }) => settledBy(world, () => sendPoison(world, cabinetOf(world).all())),
};

export const poisonedTexts: Fault = {
  name: "texts that are not UTF-8",
  world: { view: true },
  play: ({ world }) => settledBy(world, () => sendPoison(world, cabinetOf(world).texts())),
};

const PER_SEND = 500;
/** Of a round whose scale is 1. */
export const MUTATED = 20_000;
export const BENT = "mutated";

/** `which`: only those whose one fault is a text that is not UTF-8, or all. */
const bent =
  (which: "texts" | "all", total: number) =>
  ({ world, random, scale, count }: Round): Promise<void> =>
    settledBy(world, async () => {
      const surroundings = { schemas: world.registry.schemas, prefix: world.prefix, now: Date.now() };
      for (let left = total * scale; left > 0; left -= PER_SEND) {
        const messages = Array.from({ length: PER_SEND }, () => {
          const topic = topicOf(random.pick(allExamplesOf()).domain, world.prefix);
          for (;;) {
            const { domain, value } = world.feeder.source.next();
            const own = random.between(1, 50) === 1 ? topic : topicOf(domain, world.prefix);
            const bytes = mutate(value, random);
            const verdict: Verdict = verdictOn(bytes, own, surroundings);
            if (verdict.invalidUtf8 || which === "all")
              return world.feeder.tagged({ topic: own, value: bytes, expected: verdict });
          }
        });
        await world.feeder.send(messages);
        count(BENT, messages.length);
      }
    });

const allExamplesOf = () => {
  const [first, ...rest] = allExamples();
  if (first === undefined) throw new Error("there are no examples");
  return [first, ...rest] as const;
};

export const mutations: Fault = { name: "mutated events", world: { view: true }, play: bent("all", MUTATED) };

export const mutatedTexts: Fault = {
  name: "mutated events whose texts are not UTF-8",
  world: { view: true },
  play: bent("texts", MUTATED / 20),
};

const SOON = { patienceMs: 30_000 };

/** Of producers that are not ours: their events are events. */
const packed = (name: string, type: keyof typeof CompressionTypes): Fault => ({
  name: `batches packed with ${name}`,
  world: SOON,
  play: ({ world }) =>
    settledBy(world, async () => {
      for (let turn = 0; turn < 4; turn++) {
        const events = Array.from({ length: BESIDE }, () => world.feeder.event(world.feeder.source.next()));
        await world.feeder.send(events, CompressionTypes[type]);
      }
    }),
});

export const packedAsUsual: readonly Fault[] = [
  packed("nothing", "None"),
  packed("gzip", "GZIP"),
  packed("zstd", "ZSTD"),
];
export const snappy = packed("snappy", "Snappy");
export const lz4 = packed("LZ4", "LZ4");

const BOMB_BYTES = 80 * 1024 * 1024;

/** One record that is a few kilobytes on its way: no dead letter can hold what it unpacks to. */
const bomb = (name: string, type: keyof typeof CompressionTypes): Fault => ({
  name: `${name} batch of 80 MiB`,
  world: SOON,
  play: ({ world }) =>
    settledBy(world, async () => {
      const topic = topicOf("membership", world.prefix);
      const expected = { reasons: "any", otherBytes: true } as const;
      const message = world.feeder.tagged({ topic, value: Buffer.alloc(BOMB_BYTES), expected });
      await world.feeder.send([message], CompressionTypes[type]);
    }),
});

export const zstdBomb = bomb("zstd", "ZSTD");
export const gzipBomb = bomb("gzip", "GZIP");
