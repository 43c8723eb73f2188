import { expect, it } from "vitest";
import { createEnricher } from "./enricher.ts";
import { NO_PLACES } from "./places.ts";

const known = { organizationId: "o", folderId: "f" };
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

it("says of an address and a user agent what can be said", () => {
  expect(enricher.network("10.1.2.3")).toEqual({ networkClass: "PRIVATE", country: "", networkOperator: "" });
  expect(enricher.clientKind("stackit-cli/0.51.0 (linux; amd64)")).toBe("CLI");
});

it("has another version where another file or another hierarchy may answer otherwise", () => {
  const places = { edition: 0, of: (address: string) => NO_PLACES.of(address) };
  const nodes = { version: 1, above: hierarchy.above };
  const one = createEnricher(places, nodes);
  const versions = [one.version];
  places.edition++;
  versions.push(one.version);
  nodes.version++;
  versions.push(one.version);
  expect(new Set(versions).size).toBe(3);
});
