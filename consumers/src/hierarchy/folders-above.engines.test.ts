// All folders above a node, as the surveyor writes them for readers on a real ClickHouse.
import { randomUUID } from "node:crypto";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createClickHouseStore } from "../adapters/clickhouse.ts";
import { OPEN_FENCE } from "../adapters/memory.ts";
import { blockOfEvents, folder, moved, organization, project, type ToldEvent } from "../testing/hierarchy-events.ts";
import { silentObserver } from "../testing/index.ts";
import { createClickHouseHierarchy } from "./clickhouse-hierarchy.ts";
import { Hierarchy } from "./hierarchy.ts";
import { Surveyor } from "./surveyor.ts";

const database = `folders${Date.now().toString(36)}`;
const { url, writer } = inject("clickhouse");
const client = createClient({ url, ...writer, database });
const events = createClickHouseStore(client, 6_000, silentObserver);
const store = createClickHouseHierarchy(client);

beforeAll(() => migrate({ url, ...writer, database }));
afterAll(() => client.close());

const insert = (...all: ToldEvent[]) => events.insert(blockOfEvents(all, randomUUID()), OPEN_FENCE);

/** A new worker in office: reads all facts, and compares and writes all rows. */
async function survey(): Promise<void> {
  const hierarchy = new Hierarchy();
  const observer = {
    surveyed: () => {},
    surveyFailed: () => {},
    full: () => {},
    rowsWritten: () => {},
    fillBegun: () => {},
    fillStuck: () => {},
  };
  const surveyor = new Surveyor({ hierarchy, store, observer, now: () => 0 });
  surveyor.appoint(new AbortController().signal);
  for await (const facts of store.facts(0)) surveyor.note(hierarchy.learn(facts));
  await surveyor.keep();
}

async function above(): Promise<unknown[]> {
  const query = "SELECT id, folder_id, folder_ids FROM hierarchy FINAL WHERE id IN ('f2', 'p1', 'p2') ORDER BY id";
  return (await client.query({ query, format: "JSONEachRow" })).json();
}

test("readers find all folders above, nearest first, and those that are new when a folder moves", async () => {
  await insert(
    organization("o1"),
    folder("f1", "o1-name"),
    folder("f2", "f1-name"),
    project("p1", "f2-name"),
    project("p2", "o1-name"),
  );
  await survey();
  expect(await above()).toEqual([
    { id: "f2", folder_id: "f2", folder_ids: ["f2", "f1"] },
    { id: "p1", folder_id: "f2", folder_ids: ["f2", "f1"] },
    { id: "p2", folder_id: "", folder_ids: [] },
  ]);
  // A row of a worker that does not know the column yet is mended by the next surveyor.
  await client.command({
    query: `INSERT INTO hierarchy (organization_id, id, type, container_id, folder_id, version)
            SELECT organization_id, id, type, container_id, folder_id, version + 1 FROM hierarchy FINAL WHERE id = 'p1'`,
  });
  await survey();
  expect(await above()).toContainEqual({ id: "p1", folder_id: "f2", folder_ids: ["f2", "f1"] });
  await insert(folder("f3", "o1-name"), moved("f2", "f3-name", {}, "folder"));
  await survey();
  expect(await above()).toContainEqual({ id: "p1", folder_id: "f2", folder_ids: ["f2", "f3"] });
});
