// What the spool is for: whatever was told to be on disk is there after kill -9.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { numberOf } from "./testing/entries.ts";
import { everythingIn, opened, temporaryFolder, upTo } from "./testing/temporary-spool.ts";

const ROUNDS = 20;

it(
  "keeps everything whose append resolved, in order, through kill -9 in the middle of appends",
  { timeout: 60_000 },
  async () => {
    const folder = await temporaryFolder();
    let next = 0;
    let torn = 0;
    for (const round of upTo(ROUNDS)) {
      const resolved = await killedWhileAppending(folder, next, 1 + (round % 7));
      await using subject = await opened(folder);
      const entries = await everythingIn(subject.topic);
      expect(entries.map(numberOf)).toEqual(upTo(next + entries.length, next));
      expect(entries.map(({ position }) => position)).toEqual(entries.map(numberOf));
      expect(entries.every((entry) => entry.value.every((byte) => byte === numberOf(entry) % 256))).toBe(true);
      expect(next + entries.length).toBeGreaterThanOrEqual(resolved);
      expect(subject.reported.damaged).toEqual([]);
      torn += subject.reported.torn.length;
      next += entries.length;
      subject.topic.acknowledge(0, next);
    }
    console.log(`${ROUNDS} rounds: ${next} entries, ${torn} torn tails`);
  },
);

/** The number behind the last entry whose append resolved. */
async function killedWhileAppending(folder: string, first: number, appends: number): Promise<number> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "testing/append-forever.ts"), folder, String(first)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  if (child.stdout === null) throw new Error("no pipe");
  let resolved = first;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== "open") resolved = Number(line);
    // Somewhere in the append after it: the moment is what varies, nothing depends on it.
    if (lines++ === appends) void sleep(Math.random() * 8).then(() => child.kill("SIGKILL"));
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return resolved;
}
