// A runbook is read at three in the morning: every reason, log line, metric and option that it names is one that there is.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REASONS } from "../../consumers/src/dead-letters/advice.ts";
import { USAGE } from "../../consumers/src/dead-letters/usage.ts";
import { NOT_REACHED } from "../../consumers/src/initiators/not-reached.ts";
import { USAGE as INITIATORS_USAGE } from "../../consumers/src/initiators/usage.ts";
import { recordRefused } from "../../consumers/src/log-events.ts";
import { createMetrics } from "../../consumers/src/metrics.ts";

const page = readFileSync(new URL("dead-letters.md", import.meta.url), "utf8");

test("there is a line for every reason, and for no other", () => {
  const table = page.split("\n").filter((line) => line.startsWith("| `"));
  const named = table.flatMap((line) =>
    [...(line.split("|")[1] ?? "").matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => name),
  );
  expect(named.toSorted()).toEqual(REASONS.toSorted());
});

test("the alarm's names are the worker's", async () => {
  expect(page).toContain(`\`${recordRefused.message}\``);
  const [metric = ""] = /audit_worker_\w+/.exec(page) ?? [];
  expect(await createMetrics().registry.metrics()).toContain(`# TYPE ${metric} counter`);
});

const optionsIn = (text: string) => new Set([...text.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option));

test.each([
  ["dead-letters.md", USAGE],
  ["erase-a-person.md", INITIATORS_USAGE],
])("every option that %s uses exists", (name, usage) => {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  expect([...optionsIn(text)].filter((option) => option !== "--help" && !usage.includes(option))).toEqual([]);
});

test("what an erasure does not reach is quoted as the command says it", () => {
  const text = readFileSync(new URL("erase-a-person.md", import.meta.url), "utf8");
  expect(text).toContain(NOT_REACHED.join("\n"));
});
