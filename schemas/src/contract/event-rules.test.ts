// What the rules refuse: one fault at a time in a record that has none.
import { expect, test } from "vitest";
import type { DetailRecord } from "../avro-schema.ts";
import { faultsOfService } from "./event-rules.ts";

const start: DetailRecord = {
  type: "record",
  name: "CartCreated",
  namespace: "audit.shop",
  doc: "A cart was created.",
  eventName: "shop.cart.create",
  eventType: "ADMIN_ACTIVITY",
  category: "ADMINISTRATIVE",
  owner: "shop",
  since: "1.0",
  version: "1.0",
  resourceType: "cart",
  operations: [],
  sentence: "{initiator} created the cart {resource} of {details.size}",
  fields: [
    { name: "size", doc: "Size.", type: "int" },
    { name: "cartId", doc: "Id; null where it was not created.", type: ["null", "string"], default: null },
  ],
};

const end: DetailRecord = {
  ...start,
  name: "CartCreationEnded",
  eventName: "shop.cart.create.end",
  eventType: "SYSTEM_EVENT",
  endOf: "shop.cart.create",
};

const faults = (...events: DetailRecord[]): string[] => faultsOfService("shop", "shop", events);

test("a start and its end are what they have to be", () => {
  expect(faults(start, end)).toEqual([]);
});

test.each<[string, Partial<DetailRecord>, string]>([
  ["a verb of its own making", { eventName: "shop.cart.trigger" }, "trigger is no verb of the contract"],
  ["the platform's verb for what people do", { eventName: "shop.cart.expire" }, "ends in expire is SYSTEM_EVENT"],
  [
    "a record that does not say Auto",
    { eventName: "shop.cart.auto-create", eventType: "SYSTEM_EVENT" },
    "the record's name says Auto as well",
  ],
  ["a sentence with what may be null", { sentence: "{initiator} made {details.cartId}" }, "not always one value"],
  ["a sentence with what is not there", { sentence: "{initiator} made {details.colour}" }, "which is nothing"],
  ["a part that cannot be omitted", { omits: ["request.headers"] }, "omits lists some of"],
])("%s is refused", (_what, changes, fault) => {
  expect(faults({ ...start, ...changes }).join("\n")).toContain(fault);
});

test("an end that is not called Ended is refused", () => {
  expect(faults(start, { ...end, name: "CartCreationFinished" }).join("\n")).toContain("<Thing><Verb noun>Ended");
});
