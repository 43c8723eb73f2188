// The worker and the engines around it die, freeze, leave and lie: whatever Kafka acknowledged is stored once or dead-lettered.
import { afterAll, beforeAll, expect, test } from "vitest";
import { RATE } from "./fault-kill.ts";
import { LIFE } from "./faults.ts";
import { type Ground, startGround } from "./ground.ts";
import { type Fault, playRound } from "./round.ts";

const seed = Date.now() % 1_000_000;
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground[Symbol.asyncDispose]());

test.each(LIFE)("$fault.name", { timeout: 180_000 }, async ({ fault, scale }) => {
  const { findings, violations } = await playRound(ground, fault, seed, scale);
  expect(violations, `seed ${seed}`).toEqual([]);
  expect(findings?.stored).toBeGreaterThan(0);
});

test(
  "a fault that fails half-way: what is still sent meanwhile is not taken for forgotten by Kafka",
  { timeout: 180_000 },
  async () => {
    const play: Fault["play"] = async ({ world }) => {
      world.feeder.start(RATE);
      await world.feeder.more(RATE / 5);
      throw new Error("half-way");
    };
    const { findings, violations } = await playRound(ground, { name: "half-way", play }, seed, 1);
    expect(findings?.forgotten, `seed ${seed}`).toEqual([]);
    expect(findings?.lost.length).toBeGreaterThanOrEqual(RATE / 5);
    expect(violations).toEqual([expect.stringContaining("half-way"), expect.stringMatching(/^\d+ lost/u)]);
  },
);
