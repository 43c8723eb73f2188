import { expect, it } from "vitest";
import { unsafe } from "./table-check.ts";

const table = (engine: string, settings: string) => ({
  engine,
  engine_full: `${engine} PARTITION BY toDate(event_time) ORDER BY scope_id SETTINGS index_granularity = 8192${settings}`,
});
const WINDOW = ", non_replicated_deduplication_window = 10000";

it.each([
  ["a window and nothing asynchronous", table("ReplacingMergeTree", `${WINDOW}, async_insert = 0`)],
  ["no word about async_insert: the insert's own holds", table("ReplacingMergeTree", WINDOW)],
  ["replicated, with the default window", table("ReplicatedReplacingMergeTree", "")],
])("is written to: %s", (_what, one) => {
  expect(unsafe(one)).toBeUndefined();
});

it.each([
  ["no window", table("ReplacingMergeTree", ""), "non_replicated_deduplication_window"],
  [
    "a window of 0",
    table("MergeTree", ", non_replicated_deduplication_window = 0"),
    "non_replicated_deduplication_window",
  ],
  ["asynchronous inserts", table("ReplacingMergeTree", `${WINDOW}, async_insert = 1`), "async_insert"],
  [
    "replicated, no window",
    table("ReplicatedMergeTree", ", replicated_deduplication_window = 0"),
    "replicated_deduplication_window",
  ],
  ["another engine", table("Log", WINDOW), "engine is Log"],
])("is refused: %s", (_what, one, fault) => {
  expect(unsafe(one)).toContain(fault);
});
