// What people ask: the filters that the portal offers, with values that the scope has, rare ones and frequent ones.
import { EVENTS_TABLE } from "@audit-log/schemas";
import type { Grounds } from "./grounds.ts";
import type { BenchScope } from "./scopes.ts";

/** A filter, '' for none. */
export type Filters = Readonly<Record<string, string>>;

const quoted = (text: string): string => JSON.stringify(text);

/** Of one scope; `seed` chooses the entry whose values are asked for. */
export async function filtersOf(
  { sql }: Pick<Grounds, "sql">,
  { condition }: BenchScope,
  seed: number,
): Promise<Filters> {
  const columns =
    "initiator_id, resource_id, correlation_id, operation_id, source_ip_address, event_name, event_source, country";
  const found = await sql(`SELECT ${columns}, extract(resource_name, '[a-z]+') FROM ${EVENTS_TABLE}
    WHERE ${condition} AND correlation_id != '' AND source_ip_address != '' ORDER BY sipHash64(event_id, ${seed}) LIMIT 1`);
  const [initiator, resource, correlation, operation, address, event, service, country, word] = found.split("\t");
  const asked: Record<string, string | undefined> = {
    none: "",
    service: `service=${service}`,
    event: `eventName=${event}`,
    eventPrefix: `eventName=${event?.split(".")[0]}.*`,
    denied: "outcome=DENIED",
    failedNotSystem: "outcome=(FAILURE OR DENIED) -initiator.kind=SYSTEM",
    initiator: `initiator.id=${quoted(initiator ?? "")}`,
    nobody: "initiator.id=nobody",
    resource: `resource.id=${quoted(resource ?? "")}`,
    correlation: `correlationId=${quoted(correlation ?? "")}`,
    ...(operation ? { operation: `operationId=${quoted(operation)}` } : {}),
    address: `sourceIpAddress=${address}`,
    network: `sourceIpAddress=${address?.split(".").slice(0, 2).join(".")}.0.0/16`,
    country: `network.country=${country}`,
    terraform: "clientKind=TERRAFORM",
    ...(word ? { text: word } : {}),
    textNowhere: "abracadabra",
    textPhrase: '"resource manager"',
    textId: quoted(resource?.slice(0, 13) ?? ""),
  };
  return Object.fromEntries(Object.entries(asked).map(([name, filter]) => [name, filter ?? ""]));
}
