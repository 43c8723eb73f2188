// Events that ClickHouse refuses for what is in them: each is found among the others of its block and dead-lettered, and the others are stored.
import { type Exchange, pass } from "./exchange.ts";
import { KILLED, RATE, microseconds } from "./fault-kill.ts";
import type { Outgoing } from "./feeder.ts";
import type { Fault, Round } from "./round.ts";
import { until } from "./until.ts";
import type { World, WorldSettings } from "./world.ts";

const REFUSED_NAME = "poison";
const CONSTRAINED: WorldSettings = {
  constraint: `no_poison CHECK resource_name != '${REFUSED_NAME}'`,
};
const EVENTS = 800;

function refusedEvent({ feeder }: World): Outgoing {
  const made = feeder.source.next(({ resource }) => ({ resource: { ...resource, name: REFUSED_NAME } }));
  const message = feeder.event(made);
  return { ...message, expected: { reasons: ["refused-by-store"], names: made.names } };
}

/** Alone, at both ends of what is sent together, side by side, and here and there. */
async function feed({ world, random }: Round): Promise<void> {
  const { feeder } = world;
  const good = (count: number): Outgoing[] => Array.from({ length: count }, () => feeder.event(feeder.source.next()));
  await feeder.send([refusedEvent(world)]);
  await feeder.send([refusedEvent(world), ...good(EVENTS / 4), refusedEvent(world), refusedEvent(world)]);
  const mixed = good(EVENTS / 2);
  for (let count = random.between(1, 5); count > 0; count--)
    mixed.splice(random.between(0, mixed.length), 0, refusedEvent(world));
  await feeder.send(mixed);
  await feeder.send(good(EVENTS / 4));
}

export const refusedByStore: Fault = {
  name: "ClickHouse refuses events",
  world: CONSTRAINED,
  play: async (round) => {
    const { world, scale } = round;
    await feed(round);
    await world.startWorker();
    for (let turn = 0; turn < scale; turn++) {
      await world.caughtUp();
      await feed(round);
    }
  },
};

/** Between the inserts that are made of one. */
export const refusedWithKills: Fault = {
  name: "ClickHouse refuses events, with kills",
  world: CONSTRAINED,
  play: async (round) => {
    const { world, random, scale, count } = round;
    world.feeder.start(RATE / 4);
    for (let turn = 0; turn < 4 * scale; turn++) {
      await feed(round);
      const worker = await world.startWorker();
      let inserts = random.between(1, 12);
      const die = async (exchange: Exchange): Promise<void> => {
        await exchange.forward();
        await microseconds(random, 5);
        await worker.kill();
      };
      world.proxy.choose((kind) => (kind !== "insert" || --inserts !== 0 ? pass : die));
      await until("the worker dies at an insert", () => !worker.running);
      world.proxy.heal();
      count(`${KILLED}while a block is cut`);
    }
  },
};
