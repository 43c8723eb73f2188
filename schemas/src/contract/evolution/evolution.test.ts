// What may change and what may not: each kind of change against a published version, with the very sentence that people get.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AvroField, DetailRecord } from "../../avro-schema.ts";
import { evolutionFaults } from "./evolution-faults.ts";
import { addPublished } from "./published.ts";
import { cart, domainOf, shop, type Shop } from "./shop.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-published-"));
  addPublished(domainOf(shop()), folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Edit = (shop: Shop, cart: DetailRecord) => void;

function after(edit: Edit): string[] {
  const edited = shop();
  for (const event of edited.events) edit(edited, event);
  return evolutionFaults([domainOf(edited)], folder);
}

const field = (record: { fields: AvroField[] }, name: string): AvroField => {
  const found = record.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};
const without = (record: { fields: AvroField[] }, name: string) =>
  void record.fields.splice(record.fields.indexOf(field(record, name)), 1);

describe("allowed", () => {
  const note: AvroField = { name: "hint", doc: "Hint.", type: ["null", "string"], default: null };
  test.each<[string, Edit]>([
    ["nothing", () => {}],
    ["a new event", ({ events }) => void events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" })],
    ["a new optional field", (_shop, { fields }) => void fields.push(note)],
    ["a new optional field of the envelope", ({ envelope }) => void envelope.push(note)],
    [
      "other docs",
      (_shop, event) => void Object.assign(event, { doc: "Other." }, (field(event, "size").doc = "Other.")),
    ],
    [
      "other attributes",
      (_shop, event) =>
        void Object.assign(event, { sentence: "{initiator} x", owner: "y", version: "1.1", omits: ["result"] }),
    ],
    ["another order of fields", (_shop, event) => void (event.fields = event.fields.toReversed())],
    [
      "another order of events",
      ({ events }) => void events.unshift({ ...cart, name: "A", eventName: "shop.a.create" }),
    ],
    [
      "a new symbol where there is a default",
      ({ envelope }) =>
        void Object.assign(envelope[1]?.type ?? {}, { symbols: ["ADMIN_ACTIVITY", "SYSTEM_EVENT", "X"] }),
    ],
  ])("%s", (_what, edit) => {
    const edited = shop();
    const [event] = edited.events;
    if (event !== undefined) edit(edited, event);
    expect(evolutionFaults([domainOf(edited)], folder)).toEqual([]);
  });
});

describe("refused", () => {
  const DECODE_OLD =
    "programs that decode with this version: they cannot read events already written and those of older SDKs";
  const DECODE_NEW = "programs that still decode with the published version: they cannot read events of updated SDKs";
  const CALL = "services that record the event: their code no longer compiles";
  const LOOK = "readers of the API, the portal and SQL who look for it";
  const BESIDE = "keep the field as it is and add another beside it, optional and with a default";
  const KEEP = "keep the field; add another beside it where one is needed, optional and with a default";
  const said = (fault: string, breaks: string[], instead: string) =>
    `shop.cart.create${fault}. Breaks ${breaks.join("; ")}. Instead: ${instead}. (against published/shop/0001.avsc)`;

  test.each<[string, Edit, string]>([
    [
      "an event is removed",
      ({ events }) => void events.splice(0, 1, { ...cart, name: "Other", eventName: "shop.other.create" }),
      said(" is gone", [DECODE_OLD, CALL, LOOK], "keep it, and say in its doc that it is no longer recorded"),
    ],
    [
      "an event is renamed",
      (_shop, event) => void (event.eventName = "shop.basket.create"),
      said(
        " was renamed to shop.basket.create",
        [LOOK],
        "keep shop.cart.create, and add shop.basket.create as an event of its own",
      ),
    ],
    [
      "a record is renamed",
      (_shop, event) => void (event.name = "CartMade"),
      said(
        " has its record audit.shop.CartCreated renamed to audit.shop.CartMade",
        [DECODE_OLD, DECODE_NEW, CALL],
        "call it audit.shop.CartCreated again",
      ),
    ],
    [
      "a namespace is changed",
      (_shop, event) => void (event.namespace = "audit.store"),
      said(
        " has its record audit.shop.CartCreated renamed to audit.store.CartCreated",
        [DECODE_OLD, DECODE_NEW, CALL],
        "call it audit.shop.CartCreated again",
      ),
    ],
    [
      "a field is removed",
      (_shop, event) => without(event, "size"),
      said(": details.size is gone", [DECODE_NEW, CALL, LOOK], KEEP),
    ],
    [
      "an optional field is removed, which no decoder would notice",
      (_shop, event) => without(event, "note"),
      said(": details.note is gone", [CALL, LOOK], KEEP),
    ],
    [
      "an optional field is renamed",
      (_shop, event) => void (field(event, "note").name = "remark"),
      said(": details.note is gone, or was renamed to remark", [CALL, LOOK], KEEP),
    ],
    [
      "a required field is added",
      (_shop, { fields }) => void fields.push({ name: "weight", doc: "Weight.", type: "int" }),
      said(
        ": details.weight is new and has no default",
        [DECODE_OLD, CALL],
        'make it optional: "type": ["null", …], "default": null',
      ),
    ],
    [
      "a default is removed",
      (_shop, event) => void delete field(event, "note").default,
      said(": details.note has lost its default, so that it must be given", [CALL], 'keep "default": null'),
    ],
    [
      "a type is changed",
      (_shop, event) => void (field(event, "size").type = "string"),
      said(": details.size was whole number (int), is text (string)", [DECODE_OLD, DECODE_NEW, CALL, LOOK], BESIDE),
    ],
    [
      "a number is widened",
      (_shop, event) => void (field(event, "size").type = "long"),
      said(": details.size was whole number (int), is whole number (long)", [DECODE_NEW], BESIDE),
    ],
    [
      "a field may no longer be null",
      (_shop, event) => void Object.assign(field(event, "note"), { type: "string" }),
      said(": details.note may no longer be null", [DECODE_OLD, CALL], BESIDE),
    ],
    [
      "a field may be null now",
      (_shop, event) => void (field(event, "size").type = ["null", "int"]),
      said(": details.size may be null now", [DECODE_NEW, LOOK], BESIDE),
    ],
    [
      "a symbol is removed",
      (_shop, event) => void Object.assign(field(event, "colour").type, { symbols: ["RED"] }),
      said(": details.colour no longer has BLUE", [DECODE_OLD, CALL, LOOK], "keep the symbol"),
    ],
    [
      "a symbol is added where the published version has no default",
      (_shop, event) => void Object.assign(field(event, "colour").type, { symbols: ["RED", "BLUE", "GREEN"] }),
      said(
        ": details.colour has the new symbol GREEN, and the published version has no default for it",
        [DECODE_NEW],
        "add an optional field beside it",
      ),
    ],
    [
      "a type inside is renamed",
      (_shop, event) => {
        const { type } = field(event, "items");
        if (typeof type === "object" && "items" in type) Object.assign(type.items, { name: "Line" });
      },
      said(
        ": details.items[] has its type Item renamed to Line",
        [DECODE_OLD, DECODE_NEW, CALL],
        "call the type Item again",
      ),
    ],
    [
      "a field inside is removed",
      (_shop, event) => {
        const { type } = field(event, "items");
        if (typeof type === "object" && "items" in type) Object.assign(type.items, { fields: [] });
      },
      said(": details.items[].price is gone", [DECODE_NEW, CALL, LOOK], KEEP),
    ],
    [
      "the envelope loses a symbol, although there is a default",
      ({ envelope }) => void Object.assign(envelope[1]?.type ?? {}, { symbols: ["ADMIN_ACTIVITY"] }),
      "envelope: eventType no longer has SYSTEM_EVENT, so that stored events would read ADMIN_ACTIVITY. Breaks updated workers: they dead-letter events already written and those of older SDKs; every SDK; readers of the API, the portal and SQL who look for it, in every event. Instead: keep the symbol. (against published/shop/0001.avsc)",
    ],
    [
      "the envelope gets a required field",
      ({ envelope }) => void envelope.push({ name: "tenant", type: "string" }),
      'envelope: tenant is new and has no default. Breaks updated workers: they dead-letter events already written and those of older SDKs; every SDK. Instead: make it optional: "type": ["null", …], "default": null. (against published/shop/0001.avsc)',
    ],
  ])("when %s", (_what, edit, sentence) => {
    expect(after(edit)).toEqual([sentence]);
  });

  test("when a domain is gone", () => {
    expect(evolutionFaults([], folder)).toEqual([
      "shop: all its events are gone, and avro/published/shop has some: workers still meet them for 7 days in Kafka and readers for 90 days, so keep them",
    ]);
  });

  test("once, and against the newest version that it breaks", () => {
    const second = shop();
    second.events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" });
    addPublished(domainOf(second), folder);
    const [fault, ...others] = after((_shop, event) => without(event, "size"));
    expect(others).toEqual([expect.stringContaining("shop.cart.sell is gone")]);
    expect(fault).toContain("(against published/shop/0002.avsc)");
  });
});
