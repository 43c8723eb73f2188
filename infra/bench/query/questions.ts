// What people ask: the filters that the portal offers, with values that the scope has, rare ones and frequent ones.
import { EVENTS_TABLE } from "@audit-log/schemas";
import type { Grounds } from "./grounds.ts";
import type { BenchScope } from "./scopes.ts";

/** A filter, '' for none. */
export type Filters = Readonly<Record<string, string>>;

const quoted = (text: string): string => JSON.stringify(text);

/** Of one scope; `seed` chooses the entry whose values are asked for. What that entry lacks is not asked for. */
export async function filtersOf(
  { sql }: Pick<Grounds, "sql">,
  { condition }: BenchScope,
  seed: number,
): Promise<Filters> {
  const found =
    await sql(`SELECT initiator_id, resource_id, correlation_id, operation_id, source_ip_address, event_name, event_source,
      country, extract(resource_name, '[a-z]+')
    FROM ${EVENTS_TABLE} WHERE ${condition}
    ORDER BY correlation_id = '' OR source_ip_address = '', sipHash64(event_id, ${seed}) LIMIT 1 FORMAT JSONCompactEachRow`);
  const values: readonly string[] = found === "" ? [] : JSON.parse(found);
  const [initiator, resource, correlation, operation, address, event, service, country, word] = values;
  const asked: Record<string, string | undefined> = {
    service: service && `service=${service}`,
    event: event && `eventName=${event}`,
    eventPrefix: event && `eventName=${event.split(".")[0]}.*`,
    denied: "outcome=DENIED",
    failedNotSystem: "outcome=(FAILURE OR DENIED) -initiator.kind=SYSTEM",
    initiator: initiator && `initiator.id=${quoted(initiator)}`,
    nobody: "initiator.id=nobody",
    resource: resource && `resource.id=${quoted(resource)}`,
    correlation: correlation && `correlationId=${quoted(correlation)}`,
    operation: operation && `operationId=${quoted(operation)}`,
    address: address && `sourceIpAddress=${address}`,
    network: address && `sourceIpAddress=${address.split(".").slice(0, 2).join(".")}.0.0/16`,
    country: country && `network.country=${country}`,
    terraform: "clientKind=TERRAFORM",
    text: word,
    textNowhere: "abracadabra",
    textPhrase: '"resource manager"',
    textId: resource && quoted(resource.slice(0, 13)),
  };
  const filters = Object.entries(asked).flatMap(([name, filter]) => (filter ? [[name, filter] as const] : []));
  return Object.fromEntries([["none", ""], ...filters]);
}
