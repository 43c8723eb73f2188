// What may change, and what the gate says of the rest: which field of which event breaks, and for whom.
import { expect, test } from "vitest";
import type { AvroField, AvroRecord } from "../avro-schema.ts";
import { breaches } from "./compatibility.ts";

const id: AvroField = { name: "id", type: "string" };
const size: AvroField = { name: "size", type: "int" };

const detail = (name: string, fields: AvroField[], eventName = `shop.${name.toLowerCase()}.create`) => ({
  type: "record" as const,
  name,
  namespace: "audit.shop",
  eventName,
  fields,
});

const schema = (details: AvroRecord[], envelope: AvroField[] = [id]): AvroRecord => ({
  type: "record",
  name: "Event",
  namespace: "audit.shop",
  fields: [...envelope, { name: "details", type: details }],
});

const published = schema([detail("Cart", [size])]);
const breaking = (working: AvroRecord) =>
  breaches(published, working).map(({ event, path, breaks }) => `${event} ${path}: ${breaks}`);

const NEW = "programs of this version reading events already written";
const OLD = "programs still on the published version reading new events";

test("a new detail record is allowed, wherever it stands", () => {
  expect(breaking(schema([detail("Order", [size]), detail("Cart", [size])]))).toEqual([]);
});

test("an optional field with a default is allowed, in details and in the envelope", () => {
  const note: AvroField = { name: "note", type: ["null", "string"], default: null };
  expect(breaking(schema([detail("Cart", [size, note])], [id, note]))).toEqual([]);
});

test.each([
  ["a detail record is removed", schema([]), [`shop.cart.create details: ${NEW}`]],
  ["a required field is added", schema([detail("Cart", [size, id])]), [`shop.cart.create id: ${NEW}`]],
  ["a required field is removed", schema([detail("Cart", [])]), [`shop.cart.create size: ${OLD}`]],
  ["a type is widened", schema([detail("Cart", [{ name: "size", type: "long" }])]), [`shop.cart.create size: ${OLD}`]],
  [
    "a type is changed",
    schema([detail("Cart", [{ name: "size", type: "string" }])]),
    [`shop.cart.create size: ${NEW}`, `shop.cart.create size: ${OLD}`],
  ],
  [
    "an event is renamed",
    schema([detail("Cart", [size], "shop.basket.create")]),
    ["shop.cart.create eventName: everyone who filters by name"],
  ],
  ["a required field joins the envelope", schema([detail("Cart", [size])], [id, size]), [`envelope size: ${NEW}`]],
  [
    "a field becomes nullable",
    schema([detail("Cart", [{ name: "size", type: ["null", "int"] }])]),
    [`shop.cart.create size: ${OLD}`],
  ],
])("the gate refuses when %s", (_what, working, expected) => {
  expect(breaking(working)).toEqual(expected);
});

test("an enum symbol may be added where the reader has a default for it", () => {
  const colour = (symbols: string[], otherwise?: string): AvroRecord =>
    schema([
      detail("Cart", [
        {
          name: "colour",
          type: { type: "enum", name: "Colour", symbols, ...(otherwise ? { default: otherwise } : {}) },
        },
      ]),
    ]);
  expect(breaches(colour(["RED"], "RED"), colour(["RED", "BLUE"], "RED"))).toEqual([]);
  expect(breaches(colour(["RED"]), colour(["RED", "BLUE"])).map(({ breaks }) => breaks)).toEqual([OLD]);
});
