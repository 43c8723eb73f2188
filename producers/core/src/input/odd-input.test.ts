// Inputs of callers without types, or with more than an event can hold: they lose a part at most.
import { describe, expect, it } from "vitest";
import type { EventInput } from "../index.ts";
import { roleDeleted, type RoleDeletedDetails } from "../testing/events.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";

const untyped = (changes: object): EventInput<RoleDeletedDetails> => Object.assign(roleDeleted(), changes);

describe("a side field that does not fit", () => {
  it.each<[string, object, object, string[]]>([
    [
      "a status code that is no integer",
      { outcome: { result: "FAILURE", statusCode: 4.5 } },
      { outcome: { statusCode: null } },
      ["outcome.statusCode"],
    ],
    [
      "a status code as text",
      { outcome: { result: "SUCCESS", statusCode: "200" } },
      { outcome: { statusCode: 200 } },
      [],
    ],
    ["a user agent that is an object", { userAgent: {} }, { userAgent: null }, ["userAgent"]],
    ["a correlation id that is a list", { correlationId: [1] }, { correlationId: null }, ["correlationId"]],
    ["a delegation that is no list", { delegation: 5 }, { delegation: [] }, ["delegation"]],
    ["a delegation with gaps", { delegation: [null, { id: "d" }, {}] }, { delegation: [{ id: "d" }] }, ["delegation"]],
  ])("%s does not cost the event", async (_name, changes, expected, marked) => {
    await using subject = await memoryRecorder();
    subject.record(untyped(changes));
    const event = await subject.oneEvent();
    expect(event).toMatchObject(expected);
    expect(event.truncations?.map(({ part }) => part)).toEqual(marked);
  });
});

describe("what gives its entries only when asked", () => {
  it.each<[string, object, string]>([
    ["Headers", new Headers({ a: "b", "x-api-key": "s" }), '{"a":"b","x-api-key":"[redacted]"}'],
    ["URLSearchParams", new URLSearchParams("a=1&a=2&token=s"), '{"a":["1","2"],"token":"[redacted]"}'],
    ["a Map", new Map([["a", 1]]), '{"a":1}'],
  ])("%s is kept as headers and as a body", async (_name, given, expected) => {
    await using subject = await memoryRecorder();
    subject.record(untyped({ request: { endpoint: "/", headers: given, body: given } }));
    const { request } = await subject.oneEvent();
    expect(request?.body).toBe(expected);
    expect(Object.keys(request?.headers ?? {})).toEqual(Object.keys(JSON.parse(expected)));
  });

  it("so are pairs in a flat list", async () => {
    await using subject = await memoryRecorder();
    subject.record(untyped({ request: { endpoint: "/", headers: ["Accept", "x", "X-Api-Key", "s"] } }));
    expect((await subject.oneEvent()).request?.headers).toEqual({ Accept: "x", "X-Api-Key": "[redacted]" });
  });
});

describe("behind the cut", () => {
  it("no more than 10,000 values are counted", async () => {
    await using subject = await memoryRecorder();
    let reads = 0;
    const items = Array.from({ length: 49_000 }, () => "x".repeat(70_000));
    const counted = new Proxy(items, {
      get(target, name) {
        reads++;
        return Reflect.get(target, name);
      },
    });
    subject.record(roleDeleted({ result: counted }));
    expect((await subject.oneEvent()).truncations?.map(({ part }) => part)).toEqual(["result"]);
    expect(reads).toBeLessThan(10_100);
  });

  it("a Map is not read to its end", async () => {
    await using subject = await memoryRecorder();
    const map = new Map(Array.from({ length: 200_000 }, (_, n) => [`k${n}`, n]));
    subject.record(roleDeleted({ result: map }));
    expect((await subject.oneEvent()).truncations?.map(({ part }) => part)).toEqual(["result"]);
  });

  it.each([
    [49_998, []],
    [50_000, ["result"]],
  ])("values that write nothing are followed by a mark where they were too many: %i", async (length, marked) => {
    await using subject = await memoryRecorder();
    const silent = Object.fromEntries(Array.from({ length }, (_, n) => [`k${n}`, undefined]));
    subject.record(roleDeleted({ result: { silent, last: 1 } }));
    const event = await subject.oneEvent();
    expect(event.truncations?.map(({ part }) => part)).toEqual(marked);
    if (marked.length === 0) expect(event.result).toBe('{"silent":{},"last":1}');
  });
});
