// What the worker knows of an event's address and its scope. Whoever asks remembers the answers (transcode/found-words.ts,
// transcode/found-places.ts) for as long as `version` stays the same. Kind of program and class of network need no knowledge: they are
// functions of the text (client-kind.ts, network-class.ts).
import type { Hierarchy } from "../hierarchy/hierarchy.ts";
import type { Enricher } from "../ports.ts";
import type { Places } from "./places.ts";

export function createEnricher(places: Places, hierarchy: Pick<Hierarchy, "above" | "version">): Enricher {
  return {
    knowsAddresses: places.isKnowing,
    location: (address) => places.of(address),
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
