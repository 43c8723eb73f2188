// The broker goes away in every way it can; whatever a producing process told, Kafka has in the end.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnBroker, ownBroker } from "./broker.ts";
import { violationsOf } from "./check.ts";
import { randomOf } from "./random.ts";
import { newWorld } from "./world.ts";

const RATE = 2_000;
const random = randomOf(Date.now());
let broker: OwnBroker;
beforeAll(async () => {
  broker = await ownBroker();
});
afterAll(() => broker[Symbol.asyncDispose]());

describe("the broker", { timeout: 120_000 }, () => {
  it("is not there at all: a process starts, records and ends, and the next one sends what it left", async () => {
    await using world = await newWorld(broker.brokers);
    const first = world.start({ rate: RATE });
    await first.more("spooled", 1_000);
    await first.end("close");
    await broker.start();
    await world.createTopics();
    const findings = await world.drainAndCheck();
    expect(violationsOf(findings, false)).toEqual([]);
    expect(findings.told).toBe(findings.inKafka);
    // An end in order tells of every event what became of it.
    expect(world.ledger.told.size + world.ledger.refused.size).toBe(world.ledger.recorded.size);
  });

  it("is stopped in good order for some seconds, and comes back", async () => {
    await broker.start();
    await using world = await newWorld(broker.brokers);
    await world.createTopics();
    const producing = world.start({ rate: RATE });
    await producing.more("told", 1_000);
    await broker.stop();
    // Five seconds of it.
    await producing.more("recorded", 5 * RATE);
    await broker.start();
    await producing.more("told", 1_000);
    await producing.end("drain");
    const findings = await world.check();
    expect(violationsOf(findings, false)).toEqual([]);
    expect(world.ledger.told.size + world.ledger.refused.size).toBe(world.ledger.recorded.size);
  });

  it("is killed at random moments", async () => {
    await broker.start();
    await using world = await newWorld(broker.brokers);
    await world.createTopics();
    const producing = world.start({ rate: RATE });
    for (let round = 0; round < 2; round++) {
      await producing.more("told", random.between(1, 1_000));
      await broker.kill();
      await broker.start();
    }
    await producing.end("drain");
    const findings = await world.check();
    expect(violationsOf(findings, false)).toEqual([]);
  });

  it("and the process are both killed, one after the other", async () => {
    await broker.start();
    await using world = await newWorld(broker.brokers);
    await world.createTopics();
    const producing = world.start({ rate: RATE });
    await producing.more("told", random.between(1, 1_000));
    await broker.kill();
    await producing.more("recorded", random.between(1, RATE));
    await producing.kill();
    await broker.start();
    const findings = await world.drainAndCheck();
    expect(violationsOf(findings, true)).toEqual([]);
  });
});
