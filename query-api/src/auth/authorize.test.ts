// What is looked up, how often, and what is remembered of it.
import { expect, test } from "vitest";
import { memoryHierarchy } from "../hierarchy/memory-hierarchy.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import { authorize } from "./authorize.ts";
import { claimsAuthorizer } from "./claims-authorizer.ts";
import type { RoleAssignment } from "./principal.ts";
import { recentGrants } from "./recent-grants.ts";

const project = { type: "PROJECT", id: "p" } as const;
const organization = { type: "ORGANIZATION", id: "o" } as const;
const another = { type: "ORGANIZATION", id: "x" } as const;
const reader = (scopeId: string): RoleAssignment => ({ scopeType: "ORGANIZATION", scopeId, role: "reader" });
const { signal } = new AbortController();

function underTest(isFree = false) {
  const clock = { now: 1_000 };
  const memory = memoryHierarchy();
  memory.place(project, organization);
  const counts = { lookUps: 0, questions: 0, pauses: 0 };
  const authority = {
    authorizer: {
      isFree,
      access: (...question: Parameters<typeof claimsAuthorizer.access>) => {
        counts.questions += 1;
        return claimsAuthorizer.access(...question);
      },
    },
    hierarchy: {
      above: (...question: Parameters<typeof memory.above>) => {
        counts.lookUps += 1;
        return memory.above(...question);
      },
    },
    recent: recentGrants(() => clock.now),
    pause: () => async () => {
      counts.pauses += 1;
    },
  };
  const asks = (subject: string, roles: readonly RoleAssignment[], id = "p") =>
    authorize(authority, { subject, email: undefined, roles }, { type: "PROJECT", id }, signal);
  return { clock, memory, counts, asks };
}

test("a role above grants, and where the scope lies is looked up once in 30 seconds", async () => {
  const { clock, counts, asks } = underTest();
  expect(await asks("ada", [reader("o")])).toEqual({ ...project, visibilities: ["PUBLIC"] });
  clock.now += 29_999;
  expect(await asks("ada", [reader("o")])).toEqual({ ...project, visibilities: ["PUBLIC"] });
  expect(counts.lookUps).toBe(1);
  clock.now += 2;
  await asks("ada", [reader("o")]);
  expect(counts).toMatchObject({ lookUps: 2, pauses: 0 });
});

test("who is refused costs one look-up and one question each time, whether the scope exists or not", async () => {
  const { counts, asks } = underTest();
  // Somebody else reads it, so that it would be remembered if it were for all.
  await asks("ada", [reader("o")]);
  for (const id of ["p", "nowhere", "p", "nowhere"]) {
    const before = { ...counts };
    expect(await asks("eve", [reader("x")], id)).toBe("unknown");
    expect(counts).toEqual({ lookUps: before.lookUps + 1, questions: before.questions + 1, pauses: before.pauses + 1 });
  }
});

test("a project that is new is seen with the next request", async () => {
  const { memory, asks } = underTest();
  expect(await asks("ada", [reader("o")], "new")).toBe("unknown");
  memory.place({ type: "PROJECT", id: "new" }, organization);
  expect(await asks("ada", [reader("o")], "new")).toMatchObject({ id: "new" });
});

test("a role that is gone, or is another one now, is not remembered", async () => {
  const { asks } = underTest();
  await asks("ada", [reader("o")]);
  expect(await asks("ada", [])).toBe("unknown");
  expect(await asks("ada", [{ ...reader("o"), role: "dns.admin" }])).toBe("forbidden");
});

test("a project that moves: its new readers read at once, its former ones for 30 seconds at most", async () => {
  const { clock, memory, asks } = underTest();
  await asks("ada", [reader("o")]);
  memory.place(project, another);
  expect(await asks("bob", [reader("x")])).toMatchObject(project);
  expect(await asks("ada", [reader("o"), reader("x")])).toMatchObject(project);
  clock.now += 30_001;
  expect(await asks("ada", [reader("o")])).toBe("unknown");
});

test("where an answer is free, a role on the scope itself needs no look-up", async () => {
  const onProject: RoleAssignment = { scopeType: "PROJECT", scopeId: "p", role: "owner" };
  const [free, dear] = [underTest(true), underTest()];
  for (const { asks } of [free, dear]) expect(await asks("ada", [onProject])).toMatchObject(project);
  expect(free.counts).toMatchObject({ lookUps: 0, questions: 1 });
  expect(dear.counts).toMatchObject({ lookUps: 1, questions: 1 });
});

test("where an answer is free, who is refused costs the same whether the scope exists or not", async () => {
  const { counts, asks } = underTest(true);
  for (const id of ["p", "nowhere"]) {
    const before = { ...counts };
    expect(await asks("eve", [reader("x")], id)).toBe("unknown");
    expect(counts).toEqual({ lookUps: before.lookUps + 1, questions: before.questions + 2, pauses: before.pauses + 1 });
  }
});

test("a hierarchy that cannot be asked is nobody's refusal, and no grant from above", async () => {
  const away = { above: () => Promise.reject(new StoreUnavailable("away")) };
  const authority = {
    authorizer: claimsAuthorizer,
    hierarchy: away,
    recent: recentGrants(() => 0),
    pause: () => async () => {},
  };
  for (const held of [[reader("o")], []])
    await expect(
      authorize(authority, { subject: "ada", email: undefined, roles: held }, project, signal),
    ).rejects.toBeInstanceOf(StoreUnavailable);
});
