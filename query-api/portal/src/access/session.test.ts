// The session of a tab: kept, renewed, widened, forgotten.
import { expect, test } from "vitest";
import { folderId, projectId } from "../../testing/entries.ts";
import type { Scope } from "../view/scope.ts";
import { arrive, forgetSession, keepSession, readSession } from "./session.ts";

const project: Scope = { kind: "project", id: projectId };
const folder: Scope = { kind: "folder", id: folderId };

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("is kept, read back and forgotten", () => {
  const storage = memory();
  expect(readSession(storage)).toBeUndefined();
  keepSession(storage, { token: "t", scopes: [folder, project] });
  expect(readSession(storage)).toEqual({ token: "t", scopes: [folder, project] });
  forgetSession(storage);
  expect(readSession(storage)).toBeUndefined();
});

test.for(["nonsense", "null", "[]", '{"token":1,"scopes":[]}', '{"token":"t","scopes":["galaxy/1"]}'])(
  "%s in the storage is no session",
  (text) => {
    expect(readSession({ ...memory(), getItem: () => text })).toBeUndefined();
  },
);

test("a token with scopes replaces the session; without, it renews it", () => {
  const before = { token: "old", scopes: [folder] };
  expect(arrive(before, { token: "new", scopes: [project] })).toEqual({ token: "new", scopes: [project] });
  expect(arrive(before, { token: "new", scopes: [] })).toEqual({ token: "new", scopes: [folder] });
});

test("a link to another scope adds it, once", () => {
  const before = { token: "t", scopes: [folder] };
  expect(arrive(before, { scopes: [], scope: project })?.scopes).toEqual([folder, project]);
  expect(arrive(before, { scopes: [], scope: folder })).toEqual(before);
});

test("nobody comes in without a token, or to nowhere", () => {
  expect(arrive(undefined, { scopes: [project] })).toBeUndefined();
  expect(arrive(undefined, { token: "t", scopes: [] })).toBeUndefined();
});
