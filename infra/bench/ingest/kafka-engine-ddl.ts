// ClickHouse's own Kafka engine, filling the events table as far as SQL can: a queue table whose columns are paths into the Avro record,
// and a materialized view that makes rows of them. What it cannot do is in README.md.
import {
  EVENTS_TABLE,
  columns,
  detailRecords,
  entrySql,
  events,
  fullName,
  storedFields,
  type AvroSchema,
} from "@audit-log/schemas";
import { BENCH_DOMAIN, benchSchema } from "./events.ts";

export const QUEUE = "events_queue";
export const VIEW = "events_from_queue";

/** Details double the price, because they are a column per kind of event: the engine is measured with them and without. */
export type Details = "with" | "without";

interface Source {
  /** What the queue table must hold: path into the record → type. */
  from: Readonly<Record<string, string>>;
  /** The row's value. */
  value: string;
}

const text = (path: string): Source => ({ from: { [path]: "String" }, value: `\`${path}\`` });
const jsonList = (path: string, type: string): Source => ({
  from: { [path]: type },
  value: `if(empty(\`${path}\`), '', toJSONString(\`${path}\`))`,
});
const known = (value: string): Source => ({ from: {}, value });

/** Avro keeps the bytes in the order of the text, ClickHouse as two little-endian halves. */
const UUID = "reinterpret(concat(reverse(substring(id, 1, 8)), reverse(substring(id, 9, 8))), 'UUID')";

/** Field of an event → where it comes from. `request` is a union of null and a record, so its fields have the record's name, too. */
const SOURCES: Readonly<Record<string, Source>> = {
  event_id: { from: { id: "FixedString(16)" }, value: UUID },
  event_time: { from: { eventTime: "DateTime64(3, 'UTC')" }, value: "eventTime" },
  received_time: known("now64(3, 'UTC')"),
  event_name: text("eventName"),
  event_version: text("eventVersion"),
  event_type: text("eventType"),
  category: text("category"),
  severity: text("severity"),
  visibility: text("visibility"),
  domain: known(`'${BENCH_DOMAIN}'`),
  event_source: text("eventSource"),
  region: text("region"),
  scope_type: text("scope.type"),
  scope_id: text("scope.id"),
  organization_id: text("context.organizationId"),
  folder_id: text("context.folderId"),
  project_id: text("context.projectId"),
  initiator_kind: text("initiator.kind"),
  initiator_id: text("initiator.id"),
  delegation: jsonList("delegation", "Array(Tuple(id String, email Nullable(String)))"),
  request_endpoint: text("request.Request.endpoint"),
  request_method: text("request.Request.method"),
  request_headers: jsonList("request.Request.headers", "Map(String, String)"),
  request_parameters: text("request.Request.parameters"),
  request_body: text("request.Request.body"),
  source_ip_address: text("sourceIpAddress"),
  network_class: known("''"),
  country: known("''"),
  network_operator: known("''"),
  user_agent: text("userAgent"),
  client_kind: known("''"),
  resource_type: text("resource.type"),
  resource_id: text("resource.id"),
  resource_name: text("resource.name"),
  outcome: text("outcome.result"),
  status_code: { from: { "outcome.statusCode": "Int32" }, value: "`outcome.statusCode`" },
  status_message: text("outcome.message"),
  correlation_id: text("correlationId"),
  operation_id: text("operationId"),
  traceparent: text("traceparent"),
  result: text("result"),
  details: details(),
  producer_id: text("producer.id"),
  producer_sequence: { from: { "producer.sequence": "Int64" }, value: "`producer.sequence`" },
  truncations: jsonList("truncations", "Array(Tuple(part String, originalBytes Int64))"),
  schema_id: known("0"),
  kafka_topic: known("_topic"),
  kafka_partition: known("_partition"),
  kafka_offset: known("_offset"),
};

const sourceOf = (field: string, wanted: Details): Source => {
  const source = field === "details" && wanted === "without" ? known("''") : SOURCES[field];
  if (source === undefined) throw new Error(`the Kafka engine's view does not know the field ${field}`);
  return source;
};

export function queueTable(settings: Readonly<Record<string, string | number>>, wanted: Details): string {
  const paths = Object.entries(Object.assign({}, ...storedFields.map(({ name }) => sourceOf(name, wanted).from)));
  const fields = paths.map(([path, type]) => `\`${path}\` ${String(type)}`);
  const given = Object.entries(settings).map(([name, value]) =>
    typeof value === "number" ? `${name} = ${value}` : `${name} = '${value}'`,
  );
  return `CREATE TABLE ${QUEUE} (\n  ${fields.join(",\n  ")}\n) ENGINE = Kafka SETTINGS\n  ${given.join(",\n  ")}`;
}

export function materializedView(wanted: Details): string {
  const valueOf = (field: string): string => sourceOf(field, wanted).value;
  const values = columns.map(({ name, type }) => `${type === "Bytes" ? entrySql(valueOf) : valueOf(name)} AS ${name}`);
  return `CREATE MATERIALIZED VIEW ${VIEW} TO ${EVENTS_TABLE} AS\nSELECT\n  ${values.join(",\n  ")}\nFROM ${QUEUE}
SETTINGS output_format_json_escape_forward_slashes = 0`;
}

/** A column per kind of event: a Variant is refused where two branches have the same shape, and nothing else takes a union of records. */
function details(): Source {
  const records = new Map(detailRecords(benchSchema()).map((record) => [fullName(record), record]));
  const branches = events
    .filter(({ domain }) => domain === BENCH_DOMAIN)
    .flatMap(({ name, record: full }) => {
      const record = records.get(full);
      return record === undefined ? [] : [{ name, path: `details.${record.name}`, type: typeOf(record) }];
    });
  const cases = branches.map(({ name, path }) => `eventName = '${name}', toJSONString(\`${path}\`)`);
  return {
    from: Object.fromEntries(branches.map(({ path, type }) => [path, type])),
    value: `multiIf(${cases.join(", ")}, '')`,
  };
}

function typeOf(schema: AvroSchema): string {
  if (schema === "string") return "String";
  if (schema === "int") return "Int32";
  if (schema === "long") return "Int64";
  if (schema === "boolean") return "Bool";
  if (schema === "double") return "Float64";
  if (Array.isArray(schema)) return nullable(schema.filter((branch) => branch !== "null"));
  if (typeof schema === "object" && schema.type === "array" && "items" in schema)
    return `Array(${typeOf(schema.items)})`;
  if (typeof schema === "object" && schema.type === "map" && "values" in schema)
    return `Map(String, ${typeOf(schema.values)})`;
  if (typeof schema === "object" && "fields" in schema)
    return `Tuple(${schema.fields.map(({ name, type }) => `${name} ${typeOf(type)}`).join(", ")})`;
  throw new Error(`no ClickHouse type is known for ${JSON.stringify(schema)}`);
}

/** A list or a map cannot be null in ClickHouse: it is empty instead. */
function nullable([schema = "null"]: readonly AvroSchema[]): string {
  const type = typeOf(schema);
  return /^(Array|Map|Tuple)/.test(type) ? type : `Nullable(${type})`;
}
