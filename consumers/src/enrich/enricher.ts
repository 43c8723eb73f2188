// What the worker finds out about an event, put together: of its user agent, its address and its scope. Whoever asks remembers the answers
// (transcode/found-words.ts, transcode/found-places.ts) for as long as `version` stays the same.
import type { Hierarchy } from "../hierarchy/hierarchy.ts";
import type { Enricher } from "../ports.ts";
import { clientKindOf } from "./client-kind.ts";
import { networkClassOf } from "./network-class.ts";
import type { Places } from "./places.ts";

export function createEnricher(places: Places, hierarchy: Pick<Hierarchy, "above" | "version">): Enricher {
  return {
    clientKind: clientKindOf,
    network: (address) => ({ networkClass: networkClassOf(address), ...places.of(address) }),
    place: (scopeType, scopeId) => hierarchy.above(scopeId) ?? ownPlace(scopeType, scopeId),
    get version() {
      return places.edition + hierarchy.version;
    },
  };
}

/** An organization is its own, and a folder is its own folder, whether or not the hierarchy knows them. */
const ownPlace = (scopeType: string, scopeId: string): ReturnType<Enricher["place"]> => ({
  organizationId: scopeType === "ORGANIZATION" ? scopeId : "",
  folderId: scopeType === "FOLDER" ? scopeId : "",
});
