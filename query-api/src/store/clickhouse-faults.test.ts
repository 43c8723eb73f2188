import { ClickHouseError } from "@clickhouse/client";
import { expect, test } from "vitest";
import { storeFault } from "./clickhouse-faults.ts";
import { StoreUnavailable } from "./entry-store.ts";

const said = (code: number): ClickHouseError => new ClickHouseError({ message: "said the server", code: String(code) });

test.each([159, 202, 241, 279, 396])("code %i passes by itself", (code) => {
  const cause = said(code);
  const fault = storeFault(cause);
  expect(fault).toBeInstanceOf(StoreUnavailable);
  expect(fault).toMatchObject({ cause });
});

test.each([47, 60, 62, 81, 164, 516])("code %i is a fault of ours", (code) => {
  const cause = said(code);
  expect(storeFault(cause)).toBe(cause);
});

test("what the server did not say is the network's", () => {
  expect(storeFault(new Error("socket hang up"))).toBeInstanceOf(StoreUnavailable);
  expect(storeFault(new SyntaxError("Unexpected end of JSON input"))).toBeInstanceOf(StoreUnavailable);
});
