// What a change would break, and the sentence that says it.

/** Who would fail. */
export type Party =
  /** Whoever decodes with the working copy. */
  | "new-readers"
  /** Whoever still decodes with the published version. */
  | "old-readers"
  /** Services that record the event. */
  | "callers"
  /** People and programs that look at events: API, portal, SQL, alerts. */
  | "viewers";

export interface Breach {
  /** Event name, or "envelope". */
  event: string;
  /** Where in it, e.g. details.nodePools[].name; "" for the event as a whole. */
  path: string;
  fault: string;
  breaks: readonly Party[];
  instead: string;
}

/** e.g. `shop.cart.create: details.size is gone. Breaks … Instead: … (published/shop/0001.avsc)` */
export function breachSentence({ event, path, fault, breaks, instead }: Breach, file: string): string {
  const where = path === "" ? event : `${event}: ${path}`;
  const whom = breaks.map((party) => (event === "envelope" ? ENVELOPE_PARTIES : EVENT_PARTIES)[party]).join("; ");
  return `${where} ${fault}. Breaks ${whom}. Instead: ${instead}. (against published/${file})`;
}

const EVENT_PARTIES: Record<Party, string> = {
  "new-readers":
    "programs that decode with this version: they cannot read events already written and those of older SDKs",
  "old-readers": "programs that still decode with the published version: they cannot read events of updated SDKs",
  callers: "services that record the event: their code no longer compiles",
  viewers: "readers of the API, the portal and SQL who look for it",
};

const ENVELOPE_PARTIES: Record<Party, string> = {
  "new-readers": "updated workers: they dead-letter events already written and those of older SDKs",
  "old-readers": "workers that are not updated yet: they dead-letter events of updated SDKs",
  callers: "every SDK",
  viewers: "readers of the API, the portal and SQL who look for it, in every event",
};
