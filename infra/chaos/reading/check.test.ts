// The checker finds what is broken on purpose, one fault at a time.
import { expect, test } from "vitest";
import { check, type Counted, type Evidence, type Findings, violationsOf } from "./check.ts";
import type { Fact, Shown, Stored } from "./facts.ts";
import { ORDERS, type Showing } from "./showing.ts";
import { Tenants } from "./tenants.ts";

const tenants = new Tenants();
const { ours, theirs, project } = tenants;

/** Happened at 1,000 + n, received in this order from 2,000 on. */
const stored = (n: number, change: Partial<Stored> = {}): Stored => ({
  id: `01900000-0000-7000-8000-00000000000${n}`,
  scopeId: project.scope.id,
  eventTime: 1_000 + n,
  receivedTime: 2_000 + n,
  isPrivate: false,
  outcome: "SUCCESS",
  ...change,
});
const [one, two, three] = [stored(1), stored(2), stored(3)] as const;
/** Nobody of ours may be shown these. */
const secret = stored(4, { isPrivate: true });
const foreign = stored(5, { scopeId: theirs.scope.id });
const all = [one, two, three, secret, foreign];

const asked = {
  question: { scope: ours.scope, includeDescendants: true, asker: "auditor" },
  since: 0,
  settledUntil: 2_003,
  pages: 1,
  how: "once",
} as const;

const list = (...shown: Shown[]): Showing => ({
  ...asked,
  mode: "list",
  order: "oldest-first",
  window: { start: 1_000, end: 1_100 },
  shown,
  told: [],
});
const feed = (told: Showing["told"], ...shown: Shown[]): Showing => ({
  ...asked,
  mode: "feed",
  order: "by-arrival",
  shown,
  told,
});

function findingsOf(showings: Showing[], change: Partial<Evidence> = {}): Partial<Findings> {
  const findings = check({
    tenants,
    acknowledged: new Map<string, Fact>([[one.id, one]]),
    stored: new Map(all.map((event) => [event.id, event])),
    showings,
    counted: [],
    ...change,
  });
  return Object.fromEntries(Object.entries(findings).filter(([, list]) => list.length > 0));
}
const kindsOf = (...showings: Showing[]): string[] => Object.keys(findingsOf(showings));

test("what is settled once and in order is all that must be; what arrives meanwhile may be shown", () => {
  expect(kindsOf(list(one, two), list(one, two, three))).toEqual([]);
  expect(
    kindsOf({ ...list(two, one), order: "newest-first" }, feed([{ until: 2_003, count: 2 }], one, two, three)),
  ).toEqual([]);
});

test.each<[keyof Findings, Showing]>([
  ["missing", list(one)],
  ["missing", feed([], two)],
  ["twice", list(one, two, two)],
  ["twice", feed([], one, two, one)],
  ["disorder", list(two, one)],
  ["disorder", feed([], two, one)],
  ["foreign", list(one, two, secret)],
  ["foreign", list(one, two, foreign)],
  ["foreign", { ...list(one, two), window: { start: 1_000, end: 1_002 } }],
  ["strangers", list(one, two, stored(9))],
  ["altered", list(one, { ...two, outcome: "DENIED" })],
  ["tooLate", feed([{ until: 2_003, count: 1 }], one, two)],
])("%s", (kind, showing) => {
  expect(kindsOf(showing)).toContain(kind);
});

test("what was acknowledged is stored, and as it was recorded", () => {
  const lost = stored(7);
  const acknowledged = new Map<string, Fact>([
    [lost.id, lost],
    [two.id, { ...two, eventTime: 5 }],
  ]);
  expect(findingsOf([], { acknowledged })).toEqual({ lost: [lost.id], altered: [expect.stringContaining(two.id)] });
});

test("a file has as many entries as are settled, or as many more as arrived", () => {
  const file = (rows: number): Counted => ({ ...asked, mode: "export", rows });
  const counted = [1, 2, 3, 4].map(file);
  expect(findingsOf([], { counted }).miscounted).toEqual([
    expect.stringContaining(": 1, not 2 to 3"),
    expect.stringContaining(": 4, not 2 to 3"),
  ]);
});

test("an operator is shown what is PRIVATE, and must be", () => {
  const showing = {
    ...feed([], one, two),
    question: { ...asked.question, asker: "operator" as const },
    settledUntil: 3_000,
  };
  expect(findingsOf([showing]).missing).toEqual([
    expect.stringContaining(three.id),
    expect.stringContaining(secret.id),
  ]);
});

test("downloads with descendants come by week, then by scope, then by time", () => {
  const week = 7 * 86_400_000;
  const inScope = (scopeId: string, eventTime: number) => stored(1, { scopeId, eventTime });
  const order = [inScope("b", 1), inScope("a", week), inScope("b", week), inScope("b", week + 1)];
  expect(order.toReversed().sort(ORDERS["by-week"])).toEqual(order);
});

test("findings are sentences", () => {
  const findings = {
    ...check({ tenants, acknowledged: new Map(), stored: new Map(), showings: [], counted: [] }),
    twice: ["a", "b"],
  };
  expect(violationsOf(findings)).toEqual(["2 shown twice: a; b"]);
});
