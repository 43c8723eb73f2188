// For tests: a domain of one event with every kind of field in it, and one way to change it.
import type { AvroField, AvroRecord, DetailRecord } from "../../avro-schema.ts";
import type { DomainDefinition } from "../read-contract.ts";

export interface Shop {
  envelope: AvroField[];
  events: DetailRecord[];
}

const symbols = (name: string, values: string[], otherwise?: string): AvroField["type"] => ({
  type: "enum",
  name,
  namespace: "audit",
  symbols: values,
  ...(otherwise === undefined ? {} : { default: otherwise }),
});

export const cart: DetailRecord = {
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
  sentence: "{initiator} created the cart {resource}",
  fields: [
    { name: "cartId", doc: "Id.", type: "string" },
    { name: "size", doc: "Size.", type: "int" },
    { name: "note", doc: "Note.", type: ["null", "string"], default: null },
    { name: "colour", doc: "Colour.", type: symbols("Colour", ["RED", "BLUE"]) },
    {
      name: "items",
      doc: "Items.",
      type: {
        type: "array",
        items: {
          type: "record",
          name: "Item",
          namespace: "audit.shop",
          fields: [{ name: "price", doc: "Price.", type: "long" }],
        },
      },
    },
  ],
};

/** A copy, so that a test may change it as it likes. */
export const shop = (): Shop =>
  structuredClone({
    envelope: [
      { name: "id", type: "string" },
      { name: "eventType", type: symbols("EventType", ["ADMIN_ACTIVITY", "SYSTEM_EVENT"], "ADMIN_ACTIVITY") },
    ],
    events: [cart],
  });

export function domainOf({ envelope, events }: Shop): DomainDefinition {
  const schema: AvroRecord = {
    type: "record",
    name: "Event",
    namespace: "audit.shop",
    fields: [...envelope, { name: "details", type: events }],
  };
  const services = [{ name: "shop", title: "Shop", events }];
  return { name: "shop", title: "Shop", owner: "shop", about: "A shop.", services, schema };
}
