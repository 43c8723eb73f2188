// What the worker finds out about an event of its user agent and its address, remembered: the same few programs and hosts send most events.
import type { ClientKind, NetworkClass } from "@audit-log/schemas";
import { clientKindOf } from "./client-kind.ts";
import type { Place } from "./mmdb-file.ts";
import { networkClassOf } from "./network-class.ts";
import type { Places } from "./places.ts";
import { Remembered } from "./remembered.ts";

export interface Network extends Place {
  networkClass: NetworkClass | "";
}

/** Every function takes any text and never throws; '' where it cannot tell. */
export interface Enricher {
  clientKind(userAgent: string): ClientKind | "";
  network(address: string): Readonly<Network>;
}

export function createEnricher(places: Places): Enricher {
  const kinds = new Remembered(clientKindOf);
  const networks = new Remembered((address): Network => ({
    networkClass: networkClassOf(address),
    ...places.of(address),
  }));
  let { edition } = places;
  return {
    clientKind: (userAgent) => kinds.of(userAgent),
    network: (address) => {
      if (places.edition !== edition) {
        ({ edition } = places);
        networks.forget();
      }
      return networks.of(address);
    },
  };
}
