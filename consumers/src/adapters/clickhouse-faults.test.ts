// Which of ClickHouse's answers are repeated, and which stop the worker.
import { parseError } from "@clickhouse/client";
import { expect, test } from "vitest";
import { verdictOfClickHouse } from "./clickhouse-faults.ts";

const answer = (code: number, text: string, name: string) =>
  parseError(`Code: ${code}. DB::Exception: ${text}. (${name})`);

test.each([
  [
    answer(252, "Too many parts (300). Merges are processing significantly slower than inserts", "TOO_MANY_PARTS"),
    "retry",
  ],
  [answer(252, "Too many partitions for single INSERT block (more than 100)", "TOO_MANY_PARTS"), "bisect"],
  [answer(469, "Constraint `no_poison` for table audit.events is violated", "VIOLATED_CONSTRAINT"), "bisect"],
  [answer(241, "Memory limit exceeded", "MEMORY_LIMIT_EXCEEDED"), "retry"],
  [answer(242, "Table is in readonly mode", "TABLE_IS_READ_ONLY"), "retry"],
  [answer(60, "Table audit.events does not exist", "UNKNOWN_TABLE"), "stop"],
  [answer(497, "Not enough privileges", "ACCESS_DENIED"), "stop"],
  [answer(49, "Something new", "LOGICAL_ERROR"), "unsure"],
  [Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "retry"],
  [new Error("Timeout error."), "retry"],
  [new Error("socket hang up"), "retry"],
  [parseError("<html><h1>504 Gateway Time-out</h1></html>"), "retry"],
  [new TypeError("x is not a function"), "unsure"],
])("%s", (cause, verdict) => {
  expect(verdictOfClickHouse(cause)).toBe(verdict);
});
