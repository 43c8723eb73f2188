// Requests to /v3, and every way in which an answer can fail.
import { expect, test } from "vitest";
import { projectId } from "../../testing/entries.ts";
import type { Scope } from "../view/scope.ts";
import { createReadEntries, entriesUrl } from "./read-entries.ts";

const scope: Scope = { kind: "project", id: projectId };
const PAGE = "https://audit.example/console/portal/#scope=x";
const never = new AbortController().signal;
const reading = (answer: () => Response) =>
  createReadEntries("t", PAGE, async () => answer())(scope, { cursor: "c" }, 100, never);

test("the API lies beside the portal's folder, wherever that is", () => {
  expect(entriesUrl(PAGE, scope, { start: "2026-03-21T08:00:00.000Z" }, 100).href).toBe(
    `https://audit.example/console/v3/projects/${projectId}/entries?start=2026-03-21T08%3A00%3A00.000Z&limit=100`,
  );
});

test("a page is a value", async () => {
  const page = { items: [], limit: 100 };
  expect(await reading(() => Response.json(page))).toEqual({ ok: true, page });
});

test.for([
  [400, "refused"],
  [401, "token"],
  [403, "forbidden"],
  [404, "missing"],
  [429, "unavailable"],
  [503, "unavailable"],
] as const)("%i is the failure %s, with the service's message", async ([status, kind]) => {
  const answer = await reading(() => Response.json({ message: "why", path: "/", status }, { status }));
  expect(answer).toEqual({ ok: false, failure: { kind, message: "why" } });
});

test("an error that is no JSON, from a proxy perhaps, has no message", async () => {
  expect(await reading(() => new Response("<html>", { status: 502 }))).toEqual({
    ok: false,
    failure: { kind: "unavailable" },
  });
});

test("no answer, or one that breaks off, is the network's failure; an abort is the caller's own", async () => {
  expect(await reading(() => new Response("{"))).toEqual({ ok: false, failure: { kind: "network" } });
  const read = createReadEntries("t", PAGE, async (_input, init) => {
    init?.signal?.throwIfAborted();
    return Response.json({});
  });
  await expect(read(scope, { cursor: "c" }, 1, AbortSignal.abort(new Error("newer question")))).rejects.toThrow(
    "newer question",
  );
});
