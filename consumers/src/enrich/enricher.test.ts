import { expect, it } from "vitest";
import { createEnricher } from "./enricher.ts";
import { NO_PLACES } from "./places.ts";

const known = { organizationId: "o", folderId: "f", folderIds: ["f"] };
const hierarchy = { version: 1, above: (id: string) => (id === "known" ? known : undefined) };
const enricher = createEnricher(NO_PLACES, hierarchy);

it.each([
  ["PROJECT", "known", known],
  ["PROJECT", "new", { organizationId: "", folderId: "" }],
  ["FOLDER", "new", { organizationId: "", folderId: "new" }],
  ["ORGANIZATION", "new", { organizationId: "new", folderId: "" }],
])("a scope of type %s, %s", (type, id, place) => {
  expect(enricher.place(type, id)).toEqual(place);
});

it("knows nothing of an address where there is no file", () => {
  expect(enricher.knowsAddresses).toBe(false);
  expect(enricher.location("8.8.8.8")).toEqual({ country: "", networkOperator: "" });
});

it("has another version where another file or another hierarchy may answer otherwise", () => {
  const places = { edition: 0, isKnowing: true, of: (address: string) => NO_PLACES.of(address) };
  const nodes = { version: 1, above: hierarchy.above };
  const one = createEnricher(places, nodes);
  const versions = [one.version];
  places.edition++;
  versions.push(one.version);
  nodes.version++;
  versions.push(one.version);
  expect(new Set(versions).size).toBe(3);
});
