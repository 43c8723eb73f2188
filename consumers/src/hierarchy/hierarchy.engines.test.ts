// The hierarchy on a real ClickHouse: facts come with the insert, readers find events before and after they are filled, and nobody else
// finds them.
import { randomUUID } from "node:crypto";
import { FOLDER_ENTRIES, ORGANIZATION_ENTRIES } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { migrate, readMigrations } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { createClickHouseStore } from "../adapters/clickhouse.ts";
import { OPEN_FENCE } from "../adapters/memory.ts";
import {
  blockOfEvents,
  folder,
  happening,
  moved,
  organization,
  project,
  rowsOfThen,
  type ToldEvent,
} from "../testing/hierarchy-events.ts";
import type { Fence } from "../fence.ts";
import { silentObserver } from "../testing/index.ts";
import { surveyOf } from "../testing/survey.ts";
import { createClickHouseHierarchy } from "./clickhouse-hierarchy.ts";

const database = `hierarchy${Date.now().toString(36)}`;
const { url, writer, reader } = inject("clickhouse");
const client = createClient({ url, ...writer, database });
const readers = createClient({ url, ...reader, database });
const events = createClickHouseStore(client, 6_000, silentObserver);
const store = createClickHouseHierarchy(client);
const waiting = { timeout: 20_000, interval: 50 };

beforeAll(() => migrate({ url, ...writer, database }));
beforeEach(async () => {
  for (const table of ["events", "hierarchy_facts", "hierarchy", "scope_places"])
    await client.command({ query: `TRUNCATE TABLE ${table}` });
});
afterAll(() => Promise.all([client.close(), readers.close()]));

const now = Date.now();
const insert = (all: readonly ToldEvent[], token: string = randomUUID()) =>
  events.insert(blockOfEvents(all, token), OPEN_FENCE);

async function select<Row>(query: string, query_params: Record<string, unknown> = {}): Promise<Row[]> {
  const answer = await readers.query({ query, query_params, format: "JSONEachRow" });
  return answer.json<Row>();
}

const scopesOf = async (entries: string, params: Record<string, string>): Promise<string[]> =>
  (
    await select<{ scope: string }>(`SELECT scope_id AS scope FROM ${entries} ORDER BY scope`, {
      ...params,
      visibilities: ["PUBLIC"],
    })
  ).map(({ scope }) => scope);
const inOrganization = (organizationId: string) => scopesOf(ORGANIZATION_ENTRIES, { organizationId });
const inFolder = (folderId: string) => scopesOf(FOLDER_ENTRIES, { folderId });
const placesOf = (scopeId: string) =>
  select<{ organization: string; folder: string }>(
    "SELECT organization_id AS organization, folder_id AS folder FROM events WHERE scope_id = {scopeId:String} ORDER BY folder",
    { scopeId },
  );
const facts = () =>
  select<Record<string, string>>("SELECT id, type, parent FROM hierarchy_facts ORDER BY id, event_time, parent");

const surveyor = () => surveyOf(database, store);

test("every published event that says where a node lies becomes a fact, and no other does", async () => {
  const published = readExamples().map(({ domain, event }) => ({ domain, event: { ...event, eventTime: now } }));
  await insert(published);
  const kinds = ["organization", "folder", "project"].flatMap((kind) => [`${kind}.create`, `${kind}.update`]);
  const saying = published.filter(({ event }) => kinds.some((kind) => event.eventName === `resource-manager.${kind}`));
  expect(saying).toHaveLength(6);
  const expected = saying.flatMap(({ event }) => {
    const [details] = Object.values(event.details).map((one): { containerParentId?: string | null } => Object(one));
    const parent = details?.containerParentId ?? "";
    const isSaid = parent !== "" || event.eventName.includes(".organization.");
    return isSaid ? [{ id: event.resource.id, type: event.scope.type, parent }] : [];
  });
  expect(expected.length).toBeGreaterThanOrEqual(3);
  // The same fact may be there twice until the next merge: both examples of a project say the same.
  const distinct = (all: readonly object[]) => [...new Set(all.map((one) => JSON.stringify(one)))].sort();
  expect(distinct(await facts())).toEqual(distinct(expected));
});

test("an insert that is repeated says nothing twice; what failed, and an update that moved nothing, says nothing", async () => {
  const under = randomUUID();
  const block = [
    project("p1", "o1-name"),
    moved("p2", null),
    moved("p3", "o1-name", { outcome: { result: "DENIED", statusCode: 403, message: "no" } }),
    moved("p4", "o1-name", { outcome: { result: "FAILURE", statusCode: 500, message: "no" } }),
  ];
  await insert(block, under);
  await insert(block, under);
  await insert([project("p5", "o1-name")], under);
  expect((await select("SELECT event_id FROM events")).length).toBe(4);
  expect(await facts()).toEqual([{ id: "p1", type: "PROJECT", parent: "o1-name" }]);
});

test("an event that came before its project is found by organization and by folder, before it is filled and after", async () => {
  await insert([
    happening("p1"),
    organization("o2"),
    folder("f2", "o2-name"),
    project("p2", "f2-name"),
    happening("p2"),
  ]);
  const { survey, faults } = surveyor();
  await survey.once();
  expect(await inOrganization("o1")).toEqual([]);
  await client.command({ query: "SYSTEM STOP MERGES events" });
  await insert([project("p1", "f1-name"), folder("f1", "o1-name"), organization("o1")]);
  await survey.once();
  expect(await placesOf("p1")).toEqual([
    { organization: "", folder: "" },
    { organization: "", folder: "" },
  ]);
  const found = async () => ({
    o1: await inOrganization("o1"),
    f1: await inFolder("f1"),
    o2: await inOrganization("o2"),
    f2: await inFolder("f2"),
  });
  const expected = {
    o1: ["f1", "o1", "p1", "p1"],
    f1: ["f1", "p1", "p1"],
    o2: ["f2", "o2", "p2", "p2"],
    f2: ["f2", "p2", "p2"],
  };
  expect(await found()).toEqual(expected);
  await client.command({ query: "SYSTEM START MERGES events" });
  await vi.waitFor(async () => {
    await survey.once();
    expect(await placesOf("p1")).toEqual([
      { organization: "o1", folder: "f1" },
      { organization: "o1", folder: "f1" },
    ]);
    expect(await placesOf("o2")).toEqual([{ organization: "o2", folder: "" }]);
    expect(await placesOf("f1")).toEqual([{ organization: "o1", folder: "f1" }]);
  }, waiting);
  expect(await found()).toEqual(expected);
  expect(faults).toEqual([]);
});

test("where the scopes of a block are is said before the block is stored", async () => {
  const context = { organizationId: "o4", folderId: null, projectId: null };
  const ending = new AbortController();
  const held: Fence = { epoch: 1, signal: ending.signal, isOpen: () => false };
  const inserting = events.insert(blockOfEvents([happening("p4", { context })], randomUUID()), held);
  await vi.waitFor(async () => {
    const [row] = await select<{ scope: string }>(
      "SELECT scope_id AS scope FROM scope_places WHERE organization_id = 'o4'",
    );
    expect(row).toEqual({ scope: "p4" });
  }, waiting);
  ending.abort();
  expect(await inserting).toBe(false);
  expect(await inOrganization("o4")).toEqual([]);
});

test("where stored scopes are is said again where nobody said it", async () => {
  const context = { organizationId: "o3", folderId: null, projectId: null };
  await insert([happening("p3", { context })]);
  expect(await inOrganization("o3")).toEqual(["p3"]);
  await client.command({ query: "TRUNCATE TABLE scope_places" });
  expect(await inOrganization("o3")).toEqual([]);
  const { survey, faults } = surveyor();
  await survey.once();
  expect(await inOrganization("o3")).toEqual(["p3"]);
  expect(faults).toEqual([]);
});

test("a project that moves takes what is not filled along; what is filled stays where it was", async () => {
  await insert([organization("o1"), organization("o2"), project("p1", "o1-name"), happening("p1")]);
  const { survey } = surveyor();
  await vi.waitFor(async () => {
    await survey.once();
    expect((await placesOf("p1")).map(({ organization }) => organization)).toEqual(["o1", "o1"]);
  }, waiting);
  await client.command({ query: "SYSTEM STOP MERGES events" });
  await insert([moved("p1", "o2-name"), happening("p1")]);
  await survey.once();
  expect(await inOrganization("o1")).toEqual(["o1", "p1", "p1"]);
  expect(await inOrganization("o2")).toEqual(["o2", "p1", "p1"]);
  await client.command({ query: "SYSTEM START MERGES events" });
  await vi.waitFor(async () => {
    await survey.once();
    expect((await placesOf("p1")).map(({ organization }) => organization).sort()).toEqual(["o1", "o1", "o2", "o2"]);
  }, waiting);
  expect(await inOrganization("o1")).toEqual(["o1", "p1", "p1"]);
});

test("a folder that the producer named stays; events of other days are filled too", async () => {
  const context = { organizationId: null, folderId: "named", projectId: null };
  const daysAgo = (days: number) => ({ eventTime: now - days * 86_400_000 });
  await insert([happening("p1", { context }), happening("p1", daysAgo(1)), happening("p1", daysAgo(40))]);
  await insert([organization("o1"), folder("f1", "o1-name"), project("p1", "f1")]);
  const { survey } = surveyor();
  await vi.waitFor(async () => {
    await survey.once();
    const folders = (await placesOf("p1")).map(({ folder, organization }) => `${organization}/${folder}`);
    expect(folders).toEqual(["o1/f1", "o1/f1", "o1/f1", "o1/named"]);
  }, waiting);
});

test("facts that an insert lost are found again", async () => {
  await insert([organization("o1"), project("p1", "o1-name")]);
  await client.command({ query: "TRUNCATE TABLE hierarchy_facts" });
  const { survey, hierarchy } = surveyor();
  await survey.once();
  expect(hierarchy.above("p1")).toBeUndefined();
  await survey.once();
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o1", folderId: "", folderIds: [] });
  expect(await facts()).toHaveLength(2);
});

test("two surveyors at once come to the same", async () => {
  const [one, other] = [surveyor(), surveyor()];
  await insert([organization("o1"), organization("o2"), project("p1", "o1-name"), happening("p1")]);
  await Promise.all([one.survey.once(), other.survey.once()]);
  await insert([moved("p1", "o2-name")]);
  await Promise.all([one.survey.once(), other.survey.once()]);
  await vi.waitFor(async () => {
    await Promise.all([one.survey.once(), other.survey.once()]);
    expect(await select("SELECT scope_id FROM events WHERE organization_id = ''")).toEqual([]);
  }, waiting);
  expect([...one.faults, ...other.faults]).toEqual([]);
  expect(await select("SELECT organization_id AS organization FROM hierarchy FINAL WHERE id = 'p1'")).toEqual([
    { organization: "o2" },
  ]);
});

test("what was stored before there was a hierarchy is in it", async () => {
  const older = `${database}old`;
  const migrations = readMigrations();
  const before = migrations.filter(({ name }) => name < "0004");
  await migrate({ url, ...writer, database: older }, before);
  const then = createClient({ url, ...writer, database: older });
  const values = rowsOfThen([organization("o1"), project("p1", "o1-name"), happening("p1")]);
  await then.insert({ table: "events", values, format: "JSONEachRow" });
  await migrate({ url, ...writer, database: older }, migrations);
  const answer = await then.query({ query: "SELECT id FROM hierarchy_facts ORDER BY id", format: "JSONEachRow" });
  expect(await answer.json()).toEqual([{ id: "o1" }, { id: "p1" }]);
  await then.close();
});
