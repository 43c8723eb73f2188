// Gaps in producers' numbers, asked of a real ClickHouse: what is a gap, and what only looks like one.
import { NO_ENRICHMENT } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { SequenceGaps } from "../observer.ts";
import { silentObserver, testEnricher } from "../testing/index.ts";
import { EventBlock } from "../transcode/event-block.ts";
import { blockOf } from "../transcode/transcode.ts";
import { createClickHouseStore } from "./clickhouse.ts";
import { OPEN_FENCE } from "./memory.ts";
import { findSequenceGaps, watchSequences } from "./sequence-watch.ts";

const database = `sequences${Date.now().toString(36)}`;
const { url, writer } = inject("clickhouse");
const client = createClient({ url, ...writer, database });
const store = createClickHouseStore(client, 6_000, silentObserver);
const NOW = Date.now();
const MINUTE_MS = 60_000;

beforeAll(() => migrate({ url, ...writer, database }));
afterAll(() => client.close());

interface Stored {
  producer: string;
  sequences: number[];
  /** Minutes before NOW. */
  received?: number;
  happened?: number;
}

let count = 0;

async function insert(...stored: Stored[]): Promise<void> {
  const [example] = readExamples();
  if (example === undefined) throw new Error("there are no examples");
  const block = new EventBlock(testEnricher);
  for (const { producer, sequences, received = 10, happened = received } of stored)
    for (const sequence of sequences) {
      const id = Buffer.alloc(16);
      id.writeUInt32BE(++count);
      block.appendEvent({
        event: { ...example.event, id, eventTime: NOW - happened * MINUTE_MS, producer: { id: producer, sequence } },
        enrichment: NO_ENRICHMENT,
        domain: example.domain,
        receivedTime: NOW - received * MINUTE_MS,
        schemaId: 1,
        topic: "t",
        partition: 0,
        offset: count,
      });
    }
  await store.insert(blockOf(block), OPEN_FENCE);
}

const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const gaps = () => findSequenceGaps(client, NOW);

test("nothing is missing where every number is stored, however often and in whatever order", async () => {
  expect(await gaps()).toEqual({ producers: 0, missing: 0, producerIds: [] });
  await insert(
    { producer: "whole", sequences: [3, 1, 2, 2, 5, 4] },
    { producer: "one", sequences: [7_000_000_000_000] },
  );
  await insert({ producer: "whole", sequences: numbers(1, 5), received: 5 });
  expect(await gaps()).toMatchObject({ producers: 0, missing: 0 });
});

test("what only looks like a gap is none", async () => {
  // The neighbour came before the hour, came just now, or is on the way still.
  await insert({ producer: "edges", sequences: [1, 3, 5] });
  await insert({ producer: "edges", sequences: [2], received: 90 }, { producer: "edges", sequences: [4], received: 1 });
  await insert({ producer: "edges", sequences: [7, 8], received: 1 });
  // An event of yesterday evening is replayed now.
  await insert({ producer: "replay", sequences: numbers(101, 200), received: 600 });
  await insert({ producer: "replay", sequences: [100], received: 10, happened: 600 });
  await insert({ producer: "replay", sequences: [201, 202], received: 10 });
  // Gaps of earlier hours were told then.
  await insert({ producer: "earlier", sequences: [1, 9], received: 90 }, { producer: "earlier", sequences: [10] });
  expect(await gaps()).toMatchObject({ producers: 0, missing: 0 });
});

test("producers and numbers are counted, those with most are named", async () => {
  // Neither a number that is stored twice nor those before the hour make up for one that is missing.
  await insert({ producer: "few", sequences: [11, 12, 12, 14] }, { producer: "many", sequences: [10, 20] });
  await insert({ producer: "few", sequences: numbers(1, 9), received: 90 });
  expect(await gaps()).toEqual({ producers: 2, missing: 1 + 9, producerIds: ["many", "few"] });
  const more = numbers(1, 12).map((n) => ({ producer: `more ${n}`, sequences: [1, 1 + 100 * n] }));
  await insert(...more);
  const found = await gaps();
  expect(found).toMatchObject({ producers: 14, missing: 10 + more.reduce((sum, _, n) => sum + 100 * (n + 1) - 1, 0) });
  expect(found.producerIds).toHaveLength(10);
  expect(found.producerIds[0]).toBe("more 12");
});

test("one worker asks, tells what changes, and takes it back when it is another's turn", async () => {
  const told: SequenceGaps[] = [];
  const unknown: unknown[] = [];
  let isOurs = true;
  let query: typeof client.query = (params) => client.query(params);
  const ending = new AbortController();
  const watching = watchSequences(
    {
      client: { query: (params) => query(params) },
      observer: { sequenceGaps: (found) => told.push(found), sequencesUnknown: (cause) => unknown.push(cause) },
      isOurs: () => isOurs,
      everyMs: 5,
      now: () => NOW,
    },
    ending.signal,
  );
  let asked = 0;
  query = (params) => (asked++, client.query(params));
  await vi.waitFor(() => expect(asked).toBeGreaterThan(3), { timeout: 20_000 });
  expect(told).toMatchObject([{ producers: 14 }]);
  query = () => Promise.reject(new Error("away"));
  await vi.waitFor(() => expect(unknown.length).toBeGreaterThan(0));
  isOurs = false;
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toMatchObject({ producers: 0, missing: 0 });
  ending.abort();
  await watching;
});
