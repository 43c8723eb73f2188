// A store that hangs: the caller gets an answer in time, and a caller who hangs up takes the query along.
import { afterEach, expect, test, vi } from "vitest";
import type { EntryStore } from "../src/store/entry-store.ts";
import { apiUnderTest, READER_ROLES } from "./api-under-test.ts";
import { PROJECT } from "./rows.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Never answers; `asked` and `cancelled` resolve when that happens. */
function hangingStore() {
  const asked = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  const store: EntryStore = {
    ping: async () => {},
    entries: (_selection, _page, signal) => {
      asked.resolve();
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          cancelled.resolve();
          reject(new Error("cancelled"));
        });
      });
    },
  };
  return { store, asked: asked.promise, cancelled: cancelled.promise };
}

test("a query that takes too long is cancelled and answered with when to come back", async () => {
  const { store, asked, cancelled } = hangingStore();
  await using api = await apiUnderTest({ store });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const answer = api.get(`/v2/projects/${PROJECT}`);
  await asked;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await answer).toMatchObject({
    status: 503,
    headers: { "retry-after": "2" },
    body: { message: "The answer took too long, try again later", status: 503 },
  });
  await cancelled;
});

test("a caller who hangs up cancels the query, and is no fault", async () => {
  const { store, asked, cancelled } = hangingStore();
  await using api = await apiUnderTest({ store });
  const authorization = `Bearer ${await api.issuer.token({ roles: READER_ROLES })}`;
  const caller = new AbortController();
  const url = `${await api.listen()}/v2/projects/${PROJECT}`;
  const answer = fetch(url, { headers: { authorization }, signal: caller.signal });
  await asked;
  caller.abort();
  await expect(answer).rejects.toThrow("aborted");
  await cancelled;
  await vi.waitFor(() => expect(api.log()).toContain('"event":"caller gone"'));
  expect(api.log()).not.toContain("request failed");
});
