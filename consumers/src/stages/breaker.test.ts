import { expect, it } from "vitest";
import type { Refused } from "../record.ts";
import { rawRecord } from "../testing/index.ts";
import { Breaker, TooManyRefused } from "./breaker.ts";

const refused = (count: number): Refused[] =>
  Array.from({ length: count }, (_, offset) => ({
    record: rawRecord("t", offset, null),
    reason: "null-value",
    message: "",
    schemaId: undefined,
  }));

const none = new Map<string, number>();

it("stops where more than its limit are refused in a row, over several batches", () => {
  const breaker = new Breaker(5);
  breaker.judge(none, refused(3));
  breaker.judge(none, refused(2));
  expect(() => breaker.judge(none, refused(1))).toThrow(TooManyRefused);
});

it("is set back by one event that can be stored", () => {
  const breaker = new Breaker(5);
  breaker.judge(none, refused(5));
  breaker.judge(new Map([["dns", 1]]), refused(100));
  expect(() => breaker.judge(none, refused(5))).not.toThrow();
});

it("counts nothing where nothing came", () => {
  const breaker = new Breaker(5);
  breaker.judge(none, refused(5));
  expect(() => breaker.judge(none, [])).not.toThrow();
});
