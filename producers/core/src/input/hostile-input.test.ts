import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_EVENT_BYTES } from "@audit-log/schemas";
import type { EventInput } from "../index.ts";
import { roleDeleted, type RoleDeletedDetails } from "../testing/events.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";

const throwing = (): never => {
  throw new Error("SECRET in a getter");
};
const thrower = {
  get: throwing,
  ownKeys: throwing,
  has: throwing,
  getPrototypeOf: throwing,
  getOwnPropertyDescriptor: throwing,
};
const proxy = (): object => new Proxy({}, thrower);
const cycle = (): object => {
  const object: Record<string, unknown> = { name: "a" };
  object["self"] = { again: object };
  return object;
};
const deep = (levels: number): object => (levels === 0 ? {} : { next: deep(levels - 1) });
/** As a caller without types would do it. */
const untyped = (changes: object): EventInput<RoleDeletedDetails> => Object.assign(roleDeleted(), changes);

describe("an input that is no event", () => {
  it.each<[string, EventInput<RoleDeletedDetails>, string]>([
    ["no scope", untyped({ scope: undefined }), "scope.type"],
    ["a scope of no known type", untyped({ scope: { type: "CLUSTER", id: "x" } }), "scope.type"],
    ["an empty scope id", untyped({ scope: { type: "PROJECT", id: "" } }), "scope.id"],
    ["no scope id", untyped({ scope: { type: "PROJECT" } }), "scope.id"],
    ["no initiator", untyped({ initiator: undefined }), "initiator"],
    ["an initiator of no known kind", untyped({ initiator: { kind: "ROBOT", id: "x" } }), "initiator.kind"],
    ["no initiator id", untyped({ initiator: { kind: "USER" } }), "initiator.id"],
    ["no resource", untyped({ resource: undefined }), "resource.id"],
    ["no details", untyped({ details: undefined }), "details"],
    ["details of another type", untyped({ details: { roleId: 42 } }), "details.roleId"],
    ["details without a field", untyped({ details: {} }), "details.roleId"],
    ["cyclic details", untyped({ details: { roleId: "x", more: cycle() } }), "event"],
    ["an invalid date", untyped({ eventTime: new Date("no date") }), "eventTime"],
    ["a time that is no number", untyped({ eventTime: "yesterday" }), "eventTime"],
    ["a time that is not finite", untyped({ eventTime: Number.NaN }), "eventTime"],
    ["an unknown outcome", untyped({ outcome: { result: "MAYBE" } }), "outcome.result"],
    [
      "details with a getter that throws",
      untyped({
        details: {
          get roleId() {
            return throwing();
          },
        },
      }),
      "event",
    ],
    ["a proxy", Object.assign(roleDeleted(), { details: proxy() }), "event"],
    ["nothing", JSON.parse("null"), "event"],
  ])("%s is refused and told, and costs no sequence number", async (_name, input, field) => {
    await using subject = await memoryRecorder();
    const delivery = subject.record(input);
    const result = await delivery.delivered;
    expect(result).toMatchObject({
      ok: false,
      reason: "refused",
      message: expect.stringMatching(new RegExp(`^${field}`)),
    });
    expect(subject.problems).toEqual([
      expect.objectContaining({ kind: "event-lost", reason: "refused", id: delivery.id }),
    ]);
    expect(JSON.stringify(subject.problems)).not.toContain("SECRET");
    expect(subject.recorder.counts).toMatchObject({ recorded: 0, lost: { refused: 1 } });
  });
});

describe("a free-form part that has no JSON", () => {
  it.each<[string, object, string]>([
    ["a cycle", cycle(), '{"name":"a","self":{"again":{"unserializable":"cycle"}}}'],
    ["BigInt", { a: 10n }, '{"a":"10"}'],
    ["a lone surrogate", { a: "\ud800" }, '{"a":"\\ud800"}'],
    ["an invalid date", { a: new Date(Number.NaN), b: 1 }, '{"a":null,"b":1}'],
    [
      "a getter that throws",
      {
        a: 1,
        get b() {
          return throwing();
        },
        c: 2,
      },
      '{"a":1,"b":{"unserializable":"reading it threw"},"c":2}',
    ],
    ["toJSON that throws", { a: { toJSON: throwing } }, '{"a":{"unserializable":"reading it threw"}}'],
    ["a proxy that throws", { a: proxy() }, '{"a":{"unserializable":"reading it threw"}}'],
    ["binary data", { a: Buffer.from("abc") }, '{"a":{"unserializable":"3 bytes of binary data"}}'],
    ["functions and symbols", { a: throwing, b: Symbol("b"), c: [throwing, undefined] }, '{"c":[null,null]}'],
    ["not a number", { a: Number.NaN, b: Number.POSITIVE_INFINITY }, '{"a":null,"b":null}'],
    ["maps and sets", { a: new Map([["k", 1]]), b: new Set([1, 2]) }, '{"a":{"k":1},"b":[1,2]}'],
    ["the key __proto__", JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
  ])("%s costs that part only", async (_name, body, expected) => {
    await using subject = await memoryRecorder();
    subject.record(roleDeleted({ request: { endpoint: "/", body } }));
    const { request } = await subject.oneEvent();
    expect(request?.body).toBe(expected);
    expect(() => JSON.parse(request?.body ?? "")).not.toThrow();
  });

  it("nested without end is cut off", async () => {
    await using subject = await memoryRecorder();
    subject.record(roleDeleted({ result: deep(5_000) }));
    expect((await subject.oneEvent()).result).toContain('{"unserializable":"nested deeper than 64"}');
  });
});

describe("any input at all", () => {
  it("is delivered or refused, never thrown, never too large", async () => {
    await using subject = await memoryRecorder();
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      withObjectString: true,
      withBoxedValues: true,
    });
    const input = fc.record(
      {
        scope: anything,
        initiator: anything,
        resource: anything,
        details: anything,
        request: anything,
        result: anything,
        outcome: anything,
        eventTime: anything,
        delegation: anything,
        userAgent: anything,
        context: anything,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, input), async (changes) => {
        const delivery = subject.record(untyped(Object(changes)));
        expect(typeof (await delivery.delivered).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });

  it("as a body becomes what JSON.stringify makes of it, where that is possible", async () => {
    await using subject = await memoryRecorder();
    await fc.assert(
      fc.asyncProperty(fc.object({ withBigInt: false, maxDepth: 6 }), async (body) => {
        await subject.record(roleDeleted({ result: body })).delivered;
        const stored = subject.events().at(-1)?.result ?? "";
        const names = JSON.stringify(body);
        // What happens to look like a secret is redaction.test.ts's business.
        if (!stored.includes("[redacted]")) expect(stored).toBe(names);
      }),
      { numRuns: 300 },
    );
  });

  it("stays within an event's size, however large every part is", async () => {
    await using subject = await memoryRecorder();
    const large = { text: "€".repeat(100_000), list: Array(20_000).fill("value") };
    subject.record(
      untyped({
        details: { roleId: "€".repeat(200_000) },
        request: {
          endpoint: "/€".repeat(100_000),
          headers: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`h${n}`, ""])),
          parameters: large,
          body: large,
        },
        result: large,
        delegation: Array.from({ length: 100 }, () => ({ id: "€".repeat(1_000), email: "€".repeat(1_000) })),
        userAgent: "€".repeat(100_000),
        correlationId: "€".repeat(100_000),
        outcome: { result: "FAILURE", message: "€".repeat(100_000) },
      }),
    );
    const event = await subject.oneEvent();
    const [stored] = subject.sender.stored("audit.membership");
    expect(stored?.value.length).toBeLessThanOrEqual(MAX_EVENT_BYTES);
    const marked = new Set(event.truncations?.map(({ part }) => part));
    const free = ["request.headers", "request.parameters", "request.body", "result", "details"];
    const texts = [
      "request.endpoint",
      "userAgent",
      "correlationId",
      "outcome.message",
      "delegation",
      "delegation.id",
      "delegation.email",
    ];
    expect(marked).toEqual(new Set([...free, ...texts]));
  });
});
