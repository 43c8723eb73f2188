// The hierarchy against the plainest reading of its facts: whatever comes first, whatever moves, whatever goes round.
import { runInNewContext } from "node:vm";
import { setFlagsFromString } from "node:v8";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fact, isNewer, type NodeType, type Place } from "./fact.ts";
import { Hierarchy } from "./hierarchy.ts";

const types: Record<string, NodeType> = { o: "ORGANIZATION", f: "FOLDER", p: "PROJECT" };

/** `fact("f1", "o1", 3)`: since 3 ms the folder f1, which people call F1, lies under the organization that they call O1. */
const fact = (id: string, parent: string, eventTime = 1): Fact => ({
  id,
  type: types[id.charAt(0)] ?? "PROJECT",
  containerId: id.toUpperCase(),
  parent,
  eventTime,
});
const organization = (id: string) => fact(id, "");

/** Every way up, walked anew. */
function placesOf(facts: readonly Fact[]): Map<string, Place | undefined> {
  const newest = new Map<string, Fact>();
  for (const one of facts) {
    const known = newest.get(one.id);
    if (known === undefined || isNewer(one, known)) newest.set(one.id, one);
  }
  const mayHold = [...newest.values()].filter(({ type }) => type !== "PROJECT");
  const parentOf = ({ parent }: Fact): Fact | undefined => {
    const named = mayHold.filter(({ containerId }) => containerId === parent && parent !== "");
    return mayHold.find(({ id }) => id === parent) ?? (named.length === 1 ? named[0] : undefined);
  };
  const placeOf = (start: Fact): Place | undefined => {
    const folderIds: string[] = [];
    let node: Fact | undefined = start;
    for (let steps = 0; node !== undefined && steps <= 32; steps++) {
      if (node.type === "ORGANIZATION") return { organizationId: node.id, folderId: folderIds[0] ?? "", folderIds };
      if (node.type === "FOLDER") folderIds.push(node.id);
      node = parentOf(node);
    }
    return undefined;
  };
  return new Map([...newest.values()].map((one) => [one.id, placeOf(one)]));
}

const places = (hierarchy: Hierarchy) => new Map([...hierarchy.ids()].map((id) => [id, hierarchy.above(id)]));

/** Few names and few moments, so that facts collide: moves, rings, names claimed twice, parents by id and by container id. */
const anyFact: fc.Arbitrary<Fact> = fc.record({
  id: fc.constantFrom("o1", "o2", "f1", "f2", "f3", "f4", "p1", "p2", "p3"),
  type: fc.constant<NodeType>("PROJECT"),
  containerId: fc.constantFrom("A", "B", "C", "D", "E", "F"),
  parent: fc.constantFrom("A", "B", "C", "D", "E", "F", "o1", "o2", "f1", "f2", "f3", "p1", "nobody"),
  eventTime: fc.integer({ min: 1, max: 4 }),
});
const anyFacts = fc.array(
  anyFact.map((one): Fact => {
    const type = types[one.id.charAt(0)] ?? "PROJECT";
    return { ...one, type, parent: type === "ORGANIZATION" ? "" : one.parent };
  }),
  { maxLength: 30 },
);

test("facts in any order, in any portions, give the places that walking up gives", () => {
  fc.assert(
    fc.property(anyFacts, fc.array(fc.nat(5), { maxLength: 30 }), (facts, portions) => {
      const hierarchy = new Hierarchy();
      const rest = [...facts];
      for (const size of portions) hierarchy.learn(rest.splice(0, size));
      hierarchy.learn(rest);
      const expected = placesOf(facts.toReversed());
      expect(places(hierarchy)).toEqual(expected);
      expect(hierarchy.unresolved).toBe([...expected.values()].filter((place) => place === undefined).length);
    }),
    { numRuns: 2_000 },
  );
});

test("what learning returns is exactly what changed, and the version grows with it", () => {
  fc.assert(
    fc.property(anyFacts, anyFact, (facts, one) => {
      const hierarchy = new Hierarchy();
      hierarchy.learn(facts);
      const rows = () => new Map([...hierarchy.ids()].map((id) => [id, JSON.stringify(hierarchy.node(id)?.place)]));
      const [before, version] = [rows(), hierarchy.version];
      const changed = hierarchy.learn([one]);
      for (const [id, row] of rows()) if (row !== before.get(id)) expect(changed).toContain(id);
      expect(hierarchy.version).toBe(version + (changed.length > 0 ? 1 : 0));
      expect(hierarchy.learn([...facts, one])).toEqual([]);
    }),
  );
});

test("a project knows its organization as soon as the last link is there, by whichever name it is called", () => {
  const hierarchy = new Hierarchy();
  hierarchy.learn([fact("p1", "F2"), fact("f2", "f1")]);
  expect(hierarchy.above("p1")).toBeUndefined();
  hierarchy.learn([organization("o1")]);
  expect(hierarchy.above("p1")).toBeUndefined();
  expect(hierarchy.learn([fact("f1", "O1")]).sort()).toEqual(["f1", "f2", "p1"]);
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o1", folderId: "f2", folderIds: ["f2", "f1"] });
  expect(hierarchy.above("f1")).toEqual({ organizationId: "o1", folderId: "f1", folderIds: ["f1"] });
  expect(hierarchy.above("o1")).toEqual({ organizationId: "o1", folderId: "", folderIds: [] });
});

test("a folder that moves takes along all that is below it; an older fact that comes late changes nothing", () => {
  const hierarchy = new Hierarchy();
  hierarchy.learn([organization("o1"), organization("o2"), fact("f1", "O1"), fact("f2", "F1"), fact("p1", "F2")]);
  hierarchy.learn([fact("f1", "O2", 7)]);
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o2", folderId: "f2", folderIds: ["f2", "f1"] });
  expect(hierarchy.learn([fact("f1", "O1", 6)])).toEqual([]);
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o2", folderId: "f2", folderIds: ["f2", "f1"] });
});

test("a folder that moves within its organization is told of all below it: who may read them changes", () => {
  const hierarchy = new Hierarchy();
  hierarchy.learn([organization("o1"), fact("f1", "O1"), fact("f2", "O1"), fact("f3", "F1"), fact("p1", "F3")]);
  expect(hierarchy.learn([fact("f3", "F2", 2)]).sort()).toEqual(["f3", "p1"]);
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o1", folderId: "f3", folderIds: ["f3", "f2"] });
});

test("a ring has no organization until it is opened, and ends no loop", () => {
  const hierarchy = new Hierarchy();
  hierarchy.learn([organization("o1"), fact("f1", "O1"), fact("f2", "F1"), fact("f3", "F2"), fact("p1", "F3")]);
  hierarchy.learn([fact("f1", "F3", 2), fact("f4", "f4")]);
  expect(["f1", "f2", "f3", "f4", "p1"].map((id) => hierarchy.above(id))).toEqual(Array(5).fill(undefined));
  hierarchy.learn([fact("f1", "O1", 3)]);
  expect(hierarchy.above("p1")).toEqual({ organizationId: "o1", folderId: "f3", folderIds: ["f3", "f2", "f1"] });
});

test("32 steps up are followed, one more is a mistake", () => {
  const hierarchy = new Hierarchy();
  hierarchy.learn(Array.from({ length: 33 }, (_, n) => fact(`f${n + 1}`, n === 0 ? "o1" : `f${n}`)));
  hierarchy.learn([organization("o1")]);
  expect([hierarchy.above("f32")?.organizationId, hierarchy.above("f33")]).toEqual(["o1", undefined]);
});

test("a container id that two claim names neither; what is unsound or too much is not learned", () => {
  const hierarchy = new Hierarchy(4);
  hierarchy.learn([organization("o1"), { ...organization("o2"), containerId: "O1" }, fact("p1", "O1")]);
  expect(hierarchy.above("p1")).toBeUndefined();
  hierarchy.learn([fact("p2".padEnd(257, "-"), "O1"), fact("", "O1"), fact("p3", "o2"), fact("p4", "o2")]);
  expect([...hierarchy.ids()]).toEqual(["o1", "o2", "p1", "p3"]);
});

test("20,000 projects of 200 organizations take less than 10 MB", () => {
  const uuid = (n: number) => `${n.toString(16).padStart(8, "0")}-aaaa-4bbb-8ccc-0123456789ab`;
  const name = (n: number) => `name-of-it-${n.toString(36).padStart(6, "0")}`;
  /** Nodes number `first` and on, each under one of the nodes number `parents` and on. */
  const portion = (type: NodeType, count: number, first: number, parents: number, of: number): Fact[] => {
    const ofNode = (_: unknown, n: number): Fact => ({
      id: uuid(first + n),
      type,
      containerId: name(first + n),
      parent: type === "ORGANIZATION" ? "" : name(parents + (n % of)),
      eventTime: 1_790_000_000_000 + n,
    });
    // Through JSON, as facts come: every text is a text of its own.
    return JSON.parse(JSON.stringify(Array.from({ length: count }, ofNode)));
  };
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  const heap = () => {
    if (typeof collect === "function") collect();
    return process.memoryUsage().heapUsed;
  };
  const hierarchy = new Hierarchy();
  const before = heap();
  hierarchy.learn(portion("PROJECT", 20_000, 100_000, 10_000, 2_000));
  hierarchy.learn(portion("FOLDER", 2_000, 10_000, 0, 200));
  hierarchy.learn(portion("ORGANIZATION", 200, 0, 0, 1));
  const bytes = heap() - before;
  expect(hierarchy.above(uuid(100_000))).toEqual({
    organizationId: uuid(0),
    folderId: uuid(10_000),
    folderIds: [uuid(10_000)],
  });
  expect([hierarchy.nodes, hierarchy.unresolved]).toEqual([22_200, 0]);
  expect(bytes).toBeLessThan(10 * 1024 * 1024);
});

test(
  "a name that everybody claims and everybody lies under is followed once, not once per claim",
  { timeout: 30_000 },
  () => {
    const hierarchy = new Hierarchy();
    const claims = (count: number): Fact[] =>
      Array.from({ length: count }, (_, n) => ({ ...fact(`f${n}`, "SAME"), containerId: "SAME" }));
    // Once per claim this would be ten thousand million steps.
    expect(hierarchy.learn(claims(100_000))).toHaveLength(100_000);
    expect(hierarchy.learn([organization("o1"), { ...fact("f0", "o1", 2), containerId: "ITS OWN" }])).toEqual([
      "o1",
      "f0",
    ]);
    expect(hierarchy.above("f0")).toEqual({ organizationId: "o1", folderId: "f0", folderIds: ["f0"] });
    expect(hierarchy.above("f1")).toBeUndefined();
  },
);
