// One scope with many events over 85 days, made by ClickHouse of the catalogue's examples: other ids, times, people and addresses.
import { migrate } from "@audit-log/schemas/migrations";
import { exampleRow } from "../../../query-api/src/entries/example-row.ts";
import { events } from "@audit-log/schemas";
import { declaredFields, insertedNames, insertedValues } from "../fields.ts";
import type { OwnGateway } from "../../local/src/testing/own-gateway.ts";

export const SCOPE_ID = exampleRow.scope_id;
const AT_ONCE = 500_000;
const NAMES = events.slice(0, 60).map(({ name }) => `'${name}'`);

export async function fillScope({ writer, access }: OwnGateway, database: string, rows: number): Promise<void> {
  await migrate({ url: access.url, ...access.writer, database });
  await writer.command({ query: `CREATE TABLE ${database}.example (${declaredFields}) ENGINE = Memory` });
  await writer.insert({
    table: `${database}.example`,
    values: [{ ...exampleRow, result: "", truncations: "", delegation: "" }],
    format: "JSONEachRow",
  });
  const varied = `example.* REPLACE (
      generateUUIDv7(number) AS event_id,
      now64(3) - toIntervalMillisecond(number * intDiv(85 * 86400000, ${rows})) AS event_time,
      [${NAMES.join(", ")}][1 + number % ${NAMES.length}] AS event_name,
      concat('3f0c2d8e-1a4b-4c6d-9e8f-7a6b5c', leftPad(toString(number % 997), 6, '0')) AS initiator_id,
      toString(generateUUIDv4(number)) AS correlation_id,
      toString(generateUUIDv4(number + 1)) AS resource_id,
      number AS producer_sequence)`;
  for (let from = 0; from < rows; from += AT_ONCE)
    await writer.command({
      query: `INSERT INTO ${database}.events (${insertedNames})
        SELECT ${insertedValues((field) => field)}
        FROM (SELECT ${varied} FROM ${database}.example, numbers(${from}, ${Math.min(AT_ONCE, rows - from)}) AS numbers)`,
    });
  await writer.command({
    query: `INSERT INTO ${database}.initiators SELECT DISTINCT 'SERVICE_ACCOUNT', initiator_id, concat(initiator_id, '@sa.example.com'), 1 FROM ${database}.events`,
  });
  // As a week that is over is merged (min_age_to_force_merge).
  await writer.command({ query: `OPTIMIZE TABLE ${database}.events FINAL` });
}
