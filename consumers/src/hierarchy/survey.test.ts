// The survey over a store in memory: what fails is told and mended later, who is not in office writes nothing, and a fill is alone.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { OPEN_FENCE } from "../adapters/memory.ts";
import type { Assignment } from "../ports.ts";
import { Hierarchy } from "./hierarchy.ts";
import type { HierarchyRow, HierarchyStore, Mutation, WrittenFact } from "./hierarchy-store.ts";
import { Survey } from "./survey.ts";

const written = (id: string, parent: string, insertedAt: number): WrittenFact => ({
  id,
  type: parent === "" ? "ORGANIZATION" : "PROJECT",
  containerId: id,
  parent,
  eventTime: 1,
  insertedAt,
});

class MemoryHierarchy implements HierarchyStore {
  readonly written: WrittenFact[] = [];
  readonly asked: number[] = [];
  table: HierarchyRow[] = [];
  waiting = new Map<string, string[]>();
  readonly filled: string[] = [];
  mutation: Mutation | undefined;
  /** Called before everything that is asked. */
  before: (what: keyof HierarchyStore) => Promise<void> | void = () => {};

  async *facts(since: number) {
    await this.before("facts");
    this.asked.push(since);
    yield this.written.filter(({ insertedAt }) => insertedAt >= since);
  }

  async writeMissed() {
    await this.before("writeMissed");
  }

  async rows(ids: readonly string[]) {
    await this.before("rows");
    return this.table.filter(({ id }) => ids.includes(id));
  }

  async writeRows(rows: readonly HierarchyRow[]) {
    await this.before("writeRows");
    const isOther = (row: HierarchyRow) =>
      !rows.some(({ id, organizationId }) => id === row.id && organizationId === row.organizationId);
    this.table = [...this.table.filter(isOther), ...rows];
  }

  async unfinishedMutation() {
    await this.before("unfinishedMutation");
    return this.mutation;
  }

  async unfilled() {
    await this.before("unfilled");
    const [first] = this.waiting;
    return first === undefined ? undefined : { partition: first[0], scopeIds: first[1] };
  }

  async fill(partition: string, places: ReadonlyMap<string, { organizationId: string }>) {
    await this.before("fill");
    this.waiting.delete(partition);
    for (const [id, { organizationId }] of places) this.filled.push(`${partition} ${id} ${organizationId}`);
  }
}

function start() {
  const store = new MemoryHierarchy();
  const hierarchy = new Hierarchy();
  const told: string[] = [];
  const time = { now: 1_000 };
  const survey = new Survey({
    hierarchy,
    store,
    prefix: "audit",
    intervalMs: 1,
    now: () => time.now,
    observer: {
      surveyed: (nodes, unresolved) => void told.push(`${nodes} nodes, ${unresolved} unresolved`),
      surveyFailed: (cause) => void told.push(String(cause)),
      full: () => void told.push("full"),
      rowsWritten: (rows) => void told.push(`${rows} rows`),
      fillBegun: (partition) => void told.push(`fill ${partition}`),
      fillStuck: (id, fault) => void told.push(`${id}: ${fault}`),
    },
  });
  return { store, hierarchy, survey, told, time };
}

const assignment = (topic: string, partition: number, signal = OPEN_FENCE.signal): Assignment => ({
  epoch: 1,
  positions: [{ topic, partition, offset: 0 }],
  fence: { epoch: 1, signal, isOpen: () => true },
  whileOurs: (work) => work(),
  batches: async function* () {},
  commit: () => Promise.resolve(true),
});
const office = (signal?: AbortSignal) => assignment("audit.resource-manager", 0, signal);

test("only who has the first partition of Resource Manager's topic writes, and everybody reads", async () => {
  for (const other of [assignment("audit.resource-manager", 1), assignment("audit.membership", 0)]) {
    const { store, survey, hierarchy } = start();
    store.written.push(written("o1", "", 1), written("p1", "o1", 2));
    survey.assigned(other);
    await survey.once();
    expect(hierarchy.above("p1")?.organizationId).toBe("o1");
    expect(store.table).toEqual([]);
    survey.assigned(office());
    await survey.once();
    expect(store.table.map(({ organizationId, id, version }) => [organizationId, id, version])).toEqual([
      ["o1", "o1", 1],
      ["o1", "p1", 1],
    ]);
  }
});

test("who moves leaves one organization and is in the other; nothing that stays is written again", async () => {
  const { store, survey, told } = start();
  survey.assigned(office());
  store.written.push(written("o1", "", 1), written("o2", "", 1), written("p1", "o1", 2));
  await survey.once();
  store.written.push({ ...written("p1", "o2", 3), eventTime: 2 });
  await survey.once();
  expect(store.table.filter(({ id }) => id === "p1")).toMatchObject([
    { organizationId: "o1", version: 2, movedAway: true },
    { organizationId: "o2", version: 2, movedAway: false },
  ]);
  store.written.push({ ...written("p1", "o1", 4), eventTime: 3 });
  await survey.once();
  expect(store.table.filter(({ id }) => id === "p1")).toMatchObject([
    { organizationId: "o2", version: 3, movedAway: true },
    { organizationId: "o1", version: 3, movedAway: false },
  ]);
  survey.assigned(office());
  await survey.once();
  expect(told.filter((line) => line.endsWith("rows"))).toEqual(["3 rows", "2 rows", "2 rows"]);
});

test("facts are read on from the newest, with those of two minutes before, and all of them every hour", async () => {
  const { store, survey, time } = start();
  store.written.push(written("o1", "", 500_000));
  await survey.once();
  await survey.once();
  time.now += 3_600_000;
  await survey.once();
  expect(store.asked).toEqual([0, 380_000, 0]);
});

test.each(["facts", "writeMissed", "rows", "writeRows", "unfinishedMutation", "unfilled", "fill"] as const)(
  "where %s fails it is told, and the next survey does what was not done",
  async (failing) => {
    const { store, survey, hierarchy, told, time } = start();
    survey.assigned(office());
    store.written.push(written("o1", "", 1), written("p1", "o1", 2));
    store.waiting.set("20261129", ["p1"]);
    store.before = (what) => {
      if (what === failing) throw new Error(`${what} is away`);
    };
    await survey.once();
    expect(told).toContain(`Error: ${failing} is away`);
    store.before = () => {};
    time.now += 30_000;
    await survey.once();
    expect(hierarchy.above("p1")?.organizationId).toBe("o1");
    expect(store.table).toHaveLength(2);
    expect(store.filled).toEqual(["20261129 p1 o1"]);
  },
);

test("a fill is never begun beside another mutation, nor within half a minute of one; a mutation that fails is told", async () => {
  const { store, survey, told, time } = start();
  survey.assigned(office());
  store.written.push(written("o1", "", 1));
  store.waiting.set("20261129", ["o1"]);
  store.waiting.set("20261128", ["o1"]);
  store.mutation = { id: "mutation_7", fault: "disk is full" };
  await survey.once();
  expect(store.filled).toEqual([]);
  expect(told).toContain("mutation_7: disk is full");
  store.mutation = undefined;
  await survey.once();
  expect(store.filled).toEqual(["20261129 o1 o1"]);
  time.now += 29_999;
  await survey.once();
  expect(store.filled).toEqual(["20261129 o1 o1"]);
  time.now += 1;
  await survey.once();
  expect(store.filled).toEqual(["20261129 o1 o1", "20261128 o1 o1"]);
});

test("who loses the office in the middle writes nothing any more", async () => {
  const { store, survey } = start();
  const ended = new AbortController();
  survey.assigned(office(ended.signal));
  store.written.push(written("o1", "", 1));
  store.waiting.set("20261129", ["o1"]);
  store.before = (what) => {
    if (what === "rows") ended.abort();
  };
  await survey.once();
  expect([store.table, store.filled]).toEqual([[], []]);
});

test("the start waits for the first survey, but not longer than it may; then surveys go on until the stop", async () => {
  const { store, survey, hierarchy } = start();
  const away = Promise.withResolvers<void>();
  store.before = () => away.promise;
  store.written.push(written("o1", "", 1));
  await survey.begin(1);
  expect(hierarchy.nodes).toBe(0);
  away.resolve();
  while (store.asked.length < 3) await sleep(1);
  expect(hierarchy.nodes).toBe(1);
  await survey.stop();
});
