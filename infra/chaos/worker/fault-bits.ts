// The way between broker and worker: one bit of a record batch is not as it was sent. Asked for again it comes whole, so that nothing is lost
// and nothing is dead-lettered for it.
import { type BatchInAnswer } from "./fetch-answers.ts";
import { POISON, RATE } from "./fault-kill.ts";
import type { Fault, Round } from "./round.ts";
import { until } from "./until.ts";

const HEAD_BYTES = 61;

/** Kafka's checksum covers what follows it; what stands before it is told to be wrong by what it says. */
const PLACES = {
  "its offset": [0, 8],
  "its length": [8, 12],
  "its format and checksum": [16, 21],
  "its head": [21, HEAD_BYTES],
  "what kind of batch it is": [22, 23],
  "its last offset": [23, 27],
  "its records": [HEAD_BYTES, Number.POSITIVE_INFINITY],
} as const satisfies Record<string, readonly [first: number, end: number]>;

export const flippedBits: Fault = {
  name: "a bit flips on the way from the broker",
  world: { fetchProxy: true },
  play: async (round: Round) => {
    const { world, random, scale, count } = round;
    const proxy = world.fetchProxy;
    if (proxy === undefined) throw new Error("the world has no proxy before its broker");
    const spared = new Set<string>();
    const left = Array.from({ length: Math.ceil(scale) }, () => Object.entries(PLACES)).flat();
    world.feeder.start(RATE, POISON);
    await world.startWorker();
    proxy.bend((answer, batches) => {
      // Some answers stay whole, and a batch that was bent once comes whole from then on.
      const fresh = batches.filter((batch) => !spared.has(spotOf(batch)));
      const [first, ...others] = fresh;
      if (first === undefined || random.between(1, 4) > 1) return;
      const bent = random.pick([first, ...others]);
      const next = left.shift();
      if (next === undefined) return;
      const [where, [from, end]] = next;
      const at = bent.start + random.between(from, Math.min(end, bent.end - bent.start) - 1);
      answer.writeUInt8(answer.readUInt8(at) ^ (1 << random.between(0, 7)), at);
      for (const batch of batches) spared.add(spotOf(batch));
      count(`flips in ${where}`);
    });
    await until("all bits are flipped", () => left.length === 0);
    proxy.heal();
    await world.moreRows(1);
  },
};

const spotOf = ({ topic, partition, baseOffset }: BatchInAnswer): string => `${topic}/${partition}:${baseOffset}`;
