// What a person may paste to get in.
import { expect, test } from "vitest";
import { projectId } from "../../testing/entries.ts";
import type { Scope } from "../view/scope.ts";
import { readPasted } from "./pasted.ts";

const project: Scope = { kind: "project", id: projectId };
const arrival = { token: "a.b.c", scopes: [project] };

test.for([
  ["a whole link", `http://127.0.0.1:8080/portal/#token=a.b.c&project=${projectId}`, undefined, []],
  ["its fragment", `token=a.b.c&project=${projectId}`, undefined, []],
  ["a token beside a scope", " a.b.c\n", project, []],
  ["a header's value where scopes are known", "Bearer a.b.c", undefined, [project]],
] as const)("takes %s", ([, text, typed, known]) => {
  expect(readPasted(text, typed, known)).toEqual({ ok: true, arrival });
});

test.for([
  ["nothing", "", project],
  ["a sentence", "please let me in", project],
  ["a token that no header can hold", "a\u202Eb", project],
  ["a token without a scope", "a.b.c", undefined],
] as const)("refuses %s", ([, text, typed]) => {
  expect(readPasted(text, typed, []).ok).toBe(false);
});
