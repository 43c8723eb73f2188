// What is remembered is what would be worked out, in bounded memory.
import { expect, it } from "vitest";
import { createEnricher } from "./enricher.ts";
import { NO_PLACES } from "./places.ts";
import { Remembered } from "./remembered.ts";

it("tells the kind of program and the network, as often as it is asked", () => {
  const enricher = createEnricher(NO_PLACES);
  for (let turn = 0; turn < 2; turn++) {
    expect(enricher.clientKind("curl/8.17.0")).toBe("CLI");
    expect(enricher.clientKind("")).toBe("");
    expect(enricher.network("10.0.0.1")).toEqual({ networkClass: "PRIVATE", country: "", networkOperator: "" });
    expect(enricher.network("none")).toEqual({ networkClass: "", country: "", networkOperator: "" });
  }
});

it("works a text out once while it is in use, and a long one each time", () => {
  let worked = 0;
  const remembered = new Remembered((text: string) => (worked++, text.length));
  for (let turn = 0; turn < 20_000; turn++) {
    expect(remembered.of("often")).toBe(5);
    remembered.of(`once ${turn}`);
  }
  expect(worked).toBe(20_001);
  const long = "x".repeat(10_000);
  expect([remembered.of(long), remembered.of(long), worked]).toEqual([10_000, 10_000, 20_003]);
  remembered.forget();
  remembered.of("often");
  expect(worked).toBe(20_004);
});
