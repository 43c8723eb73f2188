// The command line: what becomes of it, and that everything wrong with it is said.
import { expect, test } from "vitest";
import { UsageError } from "../ops/usage-error.ts";
import { commandOf } from "./arguments.ts";

const now = Date.parse("2026-11-20T12:00:00Z");
const parse = (line: string) => commandOf(line.split(" "), { prefix: "audit", now });

test.each([
  ["list", { name: "list", selection: { filter: {}, open: false, limit: 50 }, oldestFirst: false }],
  ["list --summary --open", { name: "summary", selection: { open: true, limit: undefined } }],
  [
    "list --reason null-value --reason too-large --domain billing --topic audit.storage --limit 3 --json",
    {
      selection: {
        filter: { reasons: ["null-value", "too-large"], topics: ["audit.storage", "audit.billing"] },
        limit: 3,
      },
      json: true,
    },
  ],
  [
    "list --since 2h --until 2026-11-20T11:30",
    { selection: { filter: { since: now - 7_200_000, until: now - 1_800_000 } } },
  ],
  [
    "list --partition 0 --offset 0 --event 019abcDE-F0",
    { selection: { filter: { partition: 0, offset: 0, event: "019abcdef0" } } },
  ],
  ["show 1@17 --save bytes.avro", { name: "show", position: { partition: 1, offset: 17 }, save: "bytes.avro" }],
  [
    "replay 0@17 0@18 --dry-run",
    {
      name: "replay",
      selection: { filter: { positions: [{ offset: 17 }, { offset: 18 }] } },
      dryRun: true,
      yes: false,
    },
  ],
  ["replay --all --yes --again --anyway", { yes: true, again: true, anyway: true }],
])("%s", (line, command) => {
  expect(parse(line)).toMatchObject(command);
});

test.each([
  ["drop", /there is no "dead-letters drop"/],
  ["list --reasn null-value", /Unknown option '--reasn'/],
  ["list --reason nul --domain bill", /no reason "nul"; there are: null-value[^]*no domain "bill"/],
  ["list --since yesterday --limit -1 --offset 1.5", /--limit|--since/],
  ["list --since tomorrow --event xyz --offset 1.5", /--since is neither[^]*--offset is not[^]*--event is not/],
  ["show", /one letter's position/],
  ["show 17", /"17" is no letter's position/],
  ["replay", /without a filter everything would be replayed/],
  ["replay --open --limit 5", /without a filter/],
  ["replay --all --reason null-value", /exclude each other/],
])("%s is refused", (line, sentence) => {
  expect(() => parse(line)).toThrow(UsageError);
  expect(() => parse(line)).toThrow(sentence);
});
