// The producing process dies, starts without the registry, finds its disk full or its folder taken: what it told holds.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { proxyTo } from "../../producers/core/src/testing/proxy.ts";
import { violationsOf } from "./check.ts";
import { randomOf } from "./random.ts";
import { newWorld, type World } from "./world.ts";

const RATE = 2_000;
const brokers = inject("kafkaBrokers");

/** A broker that is away at first, for processes that are started with `via`. */
async function worldWithProxy(folder?: string) {
  const world = await newWorld(brokers, folder);
  const proxy = await proxyTo(brokers[0] ?? "");
  await world.createTopics();
  return {
    ...world,
    proxy,
    via: proxy.address,
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

/** After an end in order, of every event it was told what became of it. */
const untold = ({ ledger: { recorded, told, refused } }: Pick<World, "ledger">): string[] =>
  [...recorded.keys()].filter((tag) => !told.has(tag) && !refused.has(tag));

describe("the producing process", { timeout: 120_000 }, () => {
  it("is killed at random moments, also with the spool half sent", async () => {
    const random = randomOf(Date.now());
    await using world = await worldWithProxy();
    const { via, proxy } = world;
    for (let round = 0; round < 10; round++) {
      // Every other round fills the spool and dies while it is sent.
      if (round % 2 === 0) await proxy.down();
      const producing = world.start({ rate: RATE, via });
      if (round % 2 === 0) await producing.more("spooled", random.between(300, 1_000));
      if (round % 2 === 0) await proxy.up();
      await producing.more("told", random.between(1, 1_000));
      await producing.kill();
    }
    expect(violationsOf(await world.drainAndCheck({ via }), true)).toEqual([]);
  });

  it("starts without the registry, with the ids that it has on disk", async () => {
    await using world = await newWorld(brokers);
    await world.createTopics();
    const first = world.start({ rate: RATE });
    await first.more("told", 100);
    await first.end("drain");
    await world.registry.goAway();
    const second = world.start({ rate: RATE, startTimeoutMs: 500 });
    await second.more("told", 1_000);
    await second.end("drain");
    expect(violationsOf(await world.check(), false)).toEqual([]);
    expect(untold(world)).toEqual([]);
  });

  it("never saw the registry: its events wait on disk until one comes", async () => {
    await using world = await newWorld(brokers);
    await world.createTopics();
    await world.registry.goAway();
    const producing = world.start({ rate: RATE, startTimeoutMs: 500 });
    await producing.more("spooled", 1_000);
    await producing.end("close");
    expect((await world.check()).inKafka).toBe(0);
    await world.registry.comeBack();
    const findings = await world.drainAndCheck();
    expect(violationsOf(findings, false)).toEqual([]);
    expect(findings.inKafka).toBe(findings.told);
    expect(untold(world)).toEqual([]);
  });

  it("has no second one beside it on the same folder, and is not harmed by its attempt", async () => {
    await using world = await newWorld(brokers);
    await world.createTopics();
    const first = world.start({ rate: RATE });
    await first.more("told", 100);
    const second = world.start({ rate: RATE, startTimeoutMs: 300 });
    await second.gone();
    expect(second.seen).toMatchObject({ locked: true, ready: false, recorded: 0 });
    await first.more("told", 500);
    await first.end("drain");
    expect(violationsOf(await world.check(), false)).toEqual([]);
    expect(untold(world)).toEqual([]);
  });

  it("has a full spool while the broker is away: everything told is there, everything lost is told", async () => {
    await using world = await worldWithProxy();
    await fillAndComeBack(world, "spool-full", { spoolMaxBytes: 1024 * 1024 });
  });

  it("has a full disk while the broker is away: everything told is there, everything lost is told", async ({
    skip,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "audit-chaos-disk-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "pipe" });
    } catch (cause) {
      skip(`no file system of 2 MiB can be mounted here: ${String(cause)}`);
    }
    onTestFinished(() => void execFileSync("umount", [folder]));
    await using world = await worldWithProxy(folder);
    await fillAndComeBack(world, "spool-unavailable", {});
  });
});

type WorldWithProxy = Awaited<ReturnType<typeof worldWithProxy>>;

async function fillAndComeBack(
  world: WorldWithProxy,
  problem: string,
  options: { spoolMaxBytes?: number },
): Promise<void> {
  const { via, proxy } = world;
  const producing = world.start({ rate: RATE, via, ...options });
  await producing.until(problem, ({ problems }) => problems.has(problem));
  await producing.more("recorded", RATE);
  await proxy.up();
  await producing.end("drain");
  expect(violationsOf(await world.check(), false)).toEqual([]);
  expect(untold(world)).toEqual([]);
  // A strict event's end is its promise's alone to tell, and told as lost beside it.
  expect(world.ledger.lostInAll).toBe(world.ledger.refused.size);
}
