// Published versions are kept as they are, and what is not published yet is told by its events.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evolutionFaults, unpublished } from "./evolution-faults.ts";
import { addPublished } from "./published.ts";
import { cart, domainOf, shop } from "./shop.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-published-"));
  addPublished(domainOf(shop()), folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("published files", () => {
  const faults = () => evolutionFaults([domainOf(shop())], folder);
  const restore = "events in Kafka were written with it, so restore it with git checkout";

  test("publishing twice adds one file", () => {
    expect(addPublished(domainOf(shop()), folder)).toBeUndefined();
    expect(faults()).toEqual([]);
  });

  test("one that was edited", () => {
    const path = join(folder, "shop/0001.avsc");
    writeFileSync(path, readFileSync(path, "utf8").replace("Size.", "Weight."));
    expect(faults()).toEqual([`avro/published/shop/0001.avsc was edited: ${restore}`]);
  });

  test("one that is missing", () => {
    const more = shop();
    more.events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" });
    addPublished(domainOf(more), folder);
    rmSync(join(folder, "shop/0001.avsc"));
    expect(evolutionFaults([domainOf(more)], folder)).toEqual([`avro/published/shop/0001.avsc is missing: ${restore}`]);
  });

  test("one that is missing, also from the list of sums", () => {
    const more = shop();
    more.events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" });
    addPublished(domainOf(more), folder);
    rmSync(join(folder, "shop/0001.avsc"));
    const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n").slice(1).join("\n");
    writeFileSync(join(folder, "SHA256SUMS"), sums);
    expect(evolutionFaults([domainOf(more)], folder)).toEqual([`avro/published/shop/0001.avsc is missing: ${restore}`]);
  });

  test("one that was added by hand", () => {
    writeFileSync(join(folder, "shop/0002.avsc"), readFileSync(join(folder, "shop/0001.avsc")));
    expect(faults()).toEqual([
      "avro/published/shop/0002.avsc was added by hand: remove it; versions are added by npm run schemas:publish only",
    ]);
  });
});

test("what is not published yet is told by its events", () => {
  const edited = shop();
  edited.events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" });
  for (const event of edited.events.slice(0, 1)) event.owner = "others";
  expect(unpublished([domainOf(edited)], folder)).toEqual([
    "shop is not published (new: shop.cart.sell, changed: shop.cart.create): run npm run schemas:publish",
  ]);
  expect(unpublished([domainOf(shop())], folder)).toEqual([]);
});
