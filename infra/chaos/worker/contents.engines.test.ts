// Whatever a message holds, and however it is packed: it is stored once or dead-lettered, and the worker stays up.
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTENTS } from "./faults.ts";
import { type Ground, startGround } from "./ground.ts";
import { playRound } from "./round.ts";

const seed = Date.now() % 1_000_000;
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground[Symbol.asyncDispose]());

test.each(CONTENTS)("$fault.name", { timeout: 180_000 }, async ({ fault, scale }) => {
  const { findings, violations } = await playRound(ground, fault, seed, scale);
  expect(violations, `seed ${seed}`).toEqual([]);
  expect(findings?.stored).toBeGreaterThan(0);
});
