// All faults, in the order in which a long run plays them first.
import { replay, recreatedTopic } from "./fault-again.ts";
import { flippedBits } from "./fault-bits.ts";
import { insertAnswers, keepAnswers, lostAnswersOfTwo, noAnswers, readBackAnswers } from "./fault-answers.ts";
import {
  gzipBomb,
  lz4,
  mutatedTexts,
  mutations,
  packedAsUsual,
  poison,
  poisonedTexts,
  snappy,
  zstdBomb,
} from "./fault-contents.ts";
import { killBoth, killBroker, killClickHouse, killOneOfThree, registryAway, unknownSchemas } from "./fault-engines.ts";
import { comingAndGoing, freeze, lateInsert } from "./fault-group.ts";
import { killWithMerges, killWorker, smallWindow, terminate, terminateWithoutClickHouse } from "./fault-kill.ts";
import { refusedByStore, refusedWithKills } from "./fault-refused.ts";
import type { Fault } from "./round.ts";

/** A fault as CI plays it: its repetitions are so many times as many as written. */
interface Bounded {
  fault: Fault;
  scale: number;
}

const bounded = (fault: Fault, scale = 1): Bounded => ({ fault, scale });

/** Processes and engines that die, freeze, or lie. */
export const LIFE: readonly Bounded[] = [
  bounded(killWorker, 0.5),
  bounded(smallWindow, 0.25),
  bounded(killBroker, 0.5),
  bounded(killClickHouse, 0.5),
  bounded(terminate, 0.5),
  bounded(insertAnswers, 0.3),
  bounded(freeze, 0.5),
  bounded(comingAndGoing, 0.5),
  bounded(registryAway),
  bounded(flippedBits),
];

/** What is in the messages. */
export const CONTENTS: readonly Bounded[] = [
  bounded(mutations, 0.25),
  bounded(unknownSchemas, 0.5),
  bounded(replay, 0.3),
  ...[poison, poisonedTexts, recreatedTopic, snappy, zstdBomb, refusedByStore].map((fault) => bounded(fault)),
];

/** Too long for every run of CI. */
const MORE: readonly Fault[] = [
  keepAnswers,
  mutatedTexts,
  lz4,
  gzipBomb,
  killWithMerges,
  killBoth,
  lostAnswersOfTwo,
  readBackAnswers,
  lateInsert,
  terminateWithoutClickHouse,
  noAnswers,
  refusedWithKills,
  ...packedAsUsual,
  killOneOfThree,
];

export const FAULTS: readonly Fault[] = [...[...LIFE, ...CONTENTS].map(({ fault }) => fault), ...MORE];
