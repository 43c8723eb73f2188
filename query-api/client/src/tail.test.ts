import { expect, test } from "vitest";
import { entry, PROJECT } from "../testing/entries.ts";
import { BREAK, fakeService, problem, stream, type FakeService } from "../testing/fake-service.ts";
import type { ApiError, TailEvent, TailOptions } from "./index.ts";

const said = (id: string) => `id: c${id}\nevent: entry\ndata: ${JSON.stringify(entry(id))}\n\n`;
const settled = 'id: s\nevent: settled\ndata: {"settledUntil":"2026-03-21T12:00:00.000Z","dropped":0}\n\n';

async function events(service: FakeService, count: number, options: Partial<TailOptions> = {}): Promise<string[]> {
  const told: string[] = [];
  const name = (event: TailEvent) => (event.kind === "entry" ? event.entry.id : event.kind);
  for await (const event of service.client().tail({ scope: PROJECT, ...options })) {
    told.push(name(event));
    if (told.length === count) break;
  }
  return told;
}

test("a break is followed by another connection that goes on behind the last event", async () => {
  const half = said("3").slice(0, 40);
  await using service = await fakeService(
    stream(["retry: 2000\n\n", said("1"), ": heartbeat\n\n", said("2").slice(0, 30), said("2").slice(30), half, BREAK]),
    stream([settled, 'event: end\ndata: {"reason":"closing"}\n\n']),
    stream([said("3")]),
  );
  const faults: string[] = [];
  const told = await events(service, 4, { onBreak: ({ message }) => void faults.push(message) });
  expect(told).toEqual(["1", "2", "settled", "3"]);
  expect(service.headers.map((headers) => headers["last-event-id"])).toEqual([undefined, "c2", "s"]);
  expect(faults).toHaveLength(2);
  expect(service.waits).toHaveLength(2);
});

test("before the first event it comes again for what arrived since it began", async () => {
  await using service = await fakeService(stream([BREAK]), stream([said("1")]));
  expect(await events(service, 1)).toEqual(["1"]);
  expect(service.asked[0]).not.toContain("from=");
  expect(service.asked[1]).toContain("from=2026-03-21T12%3A00%3A00.000Z");
});

test("waits grow, at random, and a refusal ends it", async () => {
  await using service = await fakeService(stream([]), stream([]), stream([]), problem(401, "token expired"));
  await expect(events(service, 1)).rejects.toMatchObject({ status: 401 });
  expect(service.waits).toEqual([250, 500, 1_000]);
});

test("silence is a break", async () => {
  await using service = await fakeService((_request, response) => response.writeHead(200).flushHeaders());
  const breaks: string[] = [];
  const onBreak = ({ message }: ApiError) => void breaks.push(message);
  await expect(events(service, 1, { silenceMs: 20, mostBreaks: 3, onBreak })).rejects.toThrow("did not answer in time");
  expect(breaks).toHaveLength(2);
});
