// The examples as rows: what events of production look like. The fill makes many of each, different where events differ.
import { NO_ENRICHMENT } from "@audit-log/schemas";
import { readExamples, type Example } from "@audit-log/schemas/examples";
import { fieldValues, type FieldValues } from "../fields.ts";

/** Facts of the hierarchy: the population has one of its own, and 100 million moves are not measured. */
const NODE = /^resource-manager\.(organization|folder|project)\.(create|update)$/;
const CLIENTS = [
  [/^Mozilla/, "BROWSER"],
  [/cli/i, "CLI"],
  [/terraform/i, "TERRAFORM"],
  [/./, "SDK"],
] as const;
const COUNTRIES = ["DE", "DE", "DE", "AT", "CH", "FR", "PL", "US"] as const;

/** Written with spaces in the examples, and without by the SDK. */
const FREE_FORM: ReadonlySet<string> = new Set(["request_parameters", "request_body", "result"]);

/** Ids, times and offsets are made by the fill. */
export const templateRows = (): FieldValues[] =>
  readExamples()
    .filter(({ event }) => !NODE.test(event.eventName))
    .map(templateRow);

function templateRow({ domain, event }: Example, index: number): FieldValues {
  const { sourceIpAddress, userAgent } = event;
  const clientKind = CLIENTS.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? "";
  const enrichment = {
    ...NO_ENRICHMENT,
    clientKind,
    networkClass: sourceIpAddress ? "PUBLIC" : "",
    country: sourceIpAddress ? (COUNTRIES[index % COUNTRIES.length] ?? "") : "",
    networkOperator: sourceIpAddress ? `Operator ${index % 12}` : "",
  };
  const stored = {
    event,
    enrichment,
    domain,
    receivedTime: event.eventTime,
    schemaId: 1,
    topic: `audit.${domain}`,
    partition: 0,
    offset: 0,
  };
  return Object.fromEntries(
    Object.entries(fieldValues(stored)).map(([name, value]) => [
      name,
      FREE_FORM.has(name) && value !== "" ? compact(String(value)) : value,
    ]),
  );
}

const compact = (text: string): string => JSON.stringify(JSON.parse(text));
