// The tail as a client sees it, over a real connection.
import { afterEach, expect, test, vi } from "vitest";
import { storedTimeOf } from "../src/query/entry-row.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { idOf, PROJECT, rowAt } from "./rows.ts";

const tail = `/v3/projects/${PROJECT}/entries/tail`;
let api: ApiUnderTest;
afterEach(() => api[Symbol.asyncDispose]());

interface Event {
  id: string | undefined;
  name: string | undefined;
  data: unknown;
}

/** A connection of its own; `next` is the next event but comments and `retry`. */
async function open({ query = "", lastEventId = "", claims = {} } = {}) {
  const token = await api.issuer.token({ roles: READER_ROLES, ...claims });
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId === "" ? {} : { "last-event-id": lastEventId }) };
  const hangUp = new AbortController();
  const answer = await fetch(`${await api.listen()}${tail}?${query}`, { headers, signal: hangUp.signal });
  const chunks = answer.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let [text, hasEntry] = ["", false];
  const next = async (): Promise<Event | undefined> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const chunk = await chunks?.next();
        if (chunk === undefined || chunk.done === true) return undefined;
        text += chunk.value;
        continue;
      }
      const fields = new Map(
        text
          .slice(0, end)
          .split("\n")
          .map((line) => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2)]),
      );
      text = text.slice(end + 2);
      const data = fields.get("data");
      const name = fields.get("event");
      // Until the first entry comes it is only said that none has.
      if (data !== undefined && (name !== "settled" || hasEntry || query !== "")) {
        hasEntry ||= name === "entry";
        return { id: fields.get("id"), name, data: JSON.parse(data) };
      }
    }
  };
  return { answer, next, hangUp: () => hangUp.abort() };
}

function arrives(at: number, number: number): void {
  api.store.add(rowAt(NOW - 1_000, idOf(number), { received_time: storedTimeOf(at) }));
  api.feed.tell({ domain: "membership", settledUntil: at + 1, waitingSince: 0 });
}

test("follows from now on, and goes on after the last id", async () => {
  api = await apiUnderTest();
  arrives(NOW - 10, 1);
  const first = await open();
  expect(first.answer.status).toBe(200);
  expect(Object.fromEntries(first.answer.headers)).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store",
  });
  arrives(NOW + 10, 2);
  const entry = await first.next();
  expect(entry).toMatchObject({ name: "entry", data: { id: idOf(2) } });
  expect(await first.next()).toMatchObject({
    name: "settled",
    data: { settledUntil: new Date(NOW + 11).toISOString(), dropped: 0 },
  });
  first.hangUp();

  arrives(NOW + 20, 3);
  const second = await open({ lastEventId: entry?.id ?? "" });
  expect(await second.next()).toMatchObject({ name: "entry", data: { id: idOf(3) } });
  // Its ids are cursors of the feed, too.
  const { body } = await api.get(`/v3/projects/${PROJECT}/entries/feed?cursor=${entry?.id}`);
  expect(Object(body).items).toMatchObject([{ id: idOf(3) }]);
});

test("who has five already is told to come later, until one is closed", async () => {
  api = await apiUnderTest();
  const opened = await Promise.all(Array.from({ length: 5 }, () => open()));
  expect(opened.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  const refused = await open();
  expect([refused.answer.status, refused.answer.headers.get("retry-after")]).toEqual([429, "10"]);
  expect((await api.get(tail)).body).toMatchObject({ type: "/docs/problems#too-many-tails" });
  expect((await open({ claims: { sub: "user-2" } })).answer.status).toBe(200);
  opened[0]?.hangUp();
  await vi.waitFor(async () => expect((await open()).answer.status).toBe(200));
});

test("ends with its token", async () => {
  api = await apiUnderTest();
  const { next } = await open({ claims: { exp: Math.floor(NOW / 1_000) } });
  expect([await next(), await next()]).toEqual([
    { id: undefined, name: "end", data: { reason: "token-expired" } },
    undefined,
  ]);
});

test("ends when the service closes, which does not wait for its reader", async () => {
  api = await apiUnderTest({ tailPace: { pollMs: 60_000, heartbeatMs: 60_000, settledMs: 60_000, recheckMs: 60_000 } });
  const { next } = await open({ query: "from=2026-03-21T10:00:00Z" });
  expect(await next()).toMatchObject({ name: "settled" });
  const closed = api[Symbol.asyncDispose]();
  expect([await next(), await next()]).toMatchObject([{ name: "end", data: { reason: "closing" } }, undefined]);
  await closed;
});

test("is recorded when it begins, and its end is no failure", async () => {
  api = await apiUnderTest();
  const { hangUp } = await open({ query: "filter=outcome=DENIED" });
  expect(api.recording.events).toMatchObject([
    { eventName: "audit-log.entry.search", details: { searchKind: "tail", filter: "outcome=DENIED", rows: 0 } },
  ]);
  hangUp();
  await vi.waitFor(() => expect(api.log()).toContain("caller gone"));
  await api[Symbol.asyncDispose]();
  expect(api.recording.events.map(({ outcome }) => outcome?.result)).toEqual(["SUCCESS", "SUCCESS"]);
});
