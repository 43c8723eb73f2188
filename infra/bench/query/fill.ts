// Fills audit.events with any number of rows inside of ClickHouse: the examples, spread over the population and the last 90 days. The same
// number makes the same row, so that what is asked later can be computed instead of searched.
import { EVENTS_TABLE, HIERARCHY_TABLE, SCOPE_PLACES_TABLE } from "@audit-log/schemas";
import { declaredFields, insertedNames, insertedValues } from "../fields.ts";
import { twoAtATime } from "./merge.ts";
import { population } from "./population.ts";
import { templateRows } from "./templates.ts";

/** Statements, and rows that come from here. */
export interface Sql {
  command(query: string): Promise<string>;
  insert(table: string, rows: readonly object[]): Promise<void>;
}

/** The last 90 days are 18 slices of 5 days: the last one is made, the others are copies of it with times, ids and requests of their own. */
export const SLICES = 18;
const SLICE_SECONDS = 5 * 86_400;
const ROWS_PER_INSERT = 1_000_000;

/** `until` is the newest row's time, seconds since 1970. Rows are rounded up to whole slices. */
export async function fill(sql: Sql, rows: number, until: number, log: (line: string) => void): Promise<void> {
  await prepare(sql);
  // Each row is merged once, with its week, when all are there.
  await sql.command(`SYSTEM STOP MERGES ${EVENTS_TABLE}`);
  const perSlice = Math.ceil(rows / SLICES);
  const began = until - SLICE_SECONDS;
  for (let first = 0; first < perSlice; first += ROWS_PER_INSERT) {
    await sql.command(insertOf(first, Math.min(ROWS_PER_INSERT, perSlice - first), perSlice, began));
    log(`${Math.min(first + ROWS_PER_INSERT, perSlice)} of ${perSlice * SLICES} rows`);
  }
  await sql.command(
    `INSERT INTO ${SCOPE_PLACES_TABLE} (organization_id, folder_id, scope_id) SELECT DISTINCT organization_id, folder_id, scope_id FROM ${EVENTS_TABLE}`,
  );
  const days = await daysOf((query) => sql.command(query), EVENTS_TABLE);
  await twoAtATime(COPIES, async (slice) => {
    for (const day of days) await sql.command(copyOf(day, slice, perSlice));
    log(`slice ${slice + 1} of ${SLICES}`);
  });
  await sql.command(`SYSTEM START MERGES ${EVENTS_TABLE}`);
}

/** Of a table's events. */
export async function daysOf(sql: Sql["command"], table: string): Promise<string[]> {
  const days = await sql(`SELECT DISTINCT toDate(event_time) AS day FROM ${table} ORDER BY day`);
  return days.trim().split("\n");
}

/** Slices that are copies, by how many slices they are older. */
export const COPIES = Array.from({ length: SLICES - 1 }, (_none, index) => index + 1);

async function prepare(sql: Sql): Promise<void> {
  for (const table of ["bench_templates", "bench_organizations"]) await sql.command(`DROP TABLE IF EXISTS ${table}`);
  await sql.command(`CREATE TABLE bench_templates (t UInt32, ${declaredFields}) ENGINE = Memory`);
  await sql.insert(
    "bench_templates",
    templateRows().map((row, t) => ({ t, ...row })),
  );
  await sql.command(`CREATE TABLE bench_organizations
    (o UInt32, ticket UInt32, tickets UInt32, projects UInt32, people UInt32, first_project UInt32) ENGINE = Memory`);
  let ticket = 0;
  const organizations = population().map(({ rank, share, projects, people, firstProject }) => {
    const tickets = Math.max(1, Math.round(share * TICKETS));
    const row = { o: rank, ticket, tickets, projects, people, first_project: firstProject };
    ticket += tickets;
    return row;
  });
  await sql.insert("bench_organizations", organizations);
  await sql.command(`INSERT INTO ${HIERARCHY_TABLE} (organization_id, id, type, container_id, folder_id, version)
    WITH ${uuidOf("o", 1)} AS organization
    SELECT organization, organization, 'ORGANIZATION', concat('org-', toString(o)), '', 1 FROM bench_organizations
    UNION ALL
    SELECT organization, folder, 'FOLDER', concat('folder-', toString(f)), folder, 1
    FROM (SELECT o, intDiv(arrayJoin(range(projects)), 10) + o * 100 AS f, ${uuidOf("f", 2)} AS folder FROM bench_organizations) GROUP BY ALL
    UNION ALL
    SELECT organization, project, 'PROJECT', concat('project-', toString(p)), folder, 1
    FROM (SELECT o, arrayJoin(range(projects)) AS i, first_project + i AS p, ${uuidOf("p", 3)} AS project,
                 ${uuidOf("intDiv(i, 10) + o * 100", 2)} AS folder FROM bench_organizations)`);
}

/** Events come in sessions: so many of one person in one project, about few resources, while as many other sessions go on. */
const SESSION_LENGTH = 16;
const SESSIONS = 1_000;
const SESSION = `intDiv(n, ${SESSION_LENGTH * SESSIONS}) * ${SESSIONS} + n % ${SESSIONS}`;

/** Tickets of the lottery that decides whose an event is. */
const TICKETS = 1_000_000;

/** Text of a UUID that follows from a number and its kind. */
export const uuidOf = (expression: string, kind: number): string =>
  `toString(reinterpretAsUUID(concat(reinterpretAsFixedString(sipHash64(${expression}, ${kind})), reinterpretAsFixedString(sipHash64(${expression}, ${kind}, 1)))))`;

/** 0 to 1. */
const chance = (expression: string, salt: number): string =>
  `(sipHash64(${expression}, ${salt}) % 1000000007 / 1000000007)`;

function insertOf(first: number, count: number, rows: number, began: number): string {
  const made: Record<string, string> = {
    event_id: "id",
    event_time: "time",
    received_time: "time + toIntervalMillisecond(40 + sipHash64(n, 20) % 900)",
    scope_id: "scope",
    organization_id: "organization",
    folder_id: "if(scope_type = 'ORGANIZATION', '', folder)",
    project_id: "if(scope_type = 'PROJECT', project, '')",
    initiator_id: "if(initiator_kind = 'SYSTEM', templates.initiator_id, initiator)",
    request_endpoint: own("templates.request_endpoint"),
    request_parameters: own("templates.request_parameters"),
    request_body: own("templates.request_body"),
    details: own("templates.details"),
    result: own("templates.result"),
    source_ip_address: `if(templates.source_ip_address = '', '', IPv4NumToString(toUInt32(sipHash64(person, s % 3) % 3000000000 + 500000000)))`,
    resource_id: "resource",
    resource_name: "if(templates.resource_name = '', '', concat(templates.resource_name, '-', toString(r)))",
    correlation_id: `if(templates.correlation_id = '', '', ${correlationOf("n")})`,
    operation_id: `if(templates.operation_id = '', '', ${uuidOf("n", 22)})`,
    traceparent: `if(templates.traceparent = '', '', ${traceparentOf("n")})`,
    producer_id: "concat(templates.producer_id, '-', toString(n % 3))",
    producer_sequence: "intDiv(n, 60)",
    kafka_partition: "toUInt32(sipHash64(scope) % 12)",
    kafka_offset: "n",
  };
  const kinds = templateRows().length;
  return `INSERT INTO ${EVENTS_TABLE} (${insertedNames})
    WITH ${uuidOf("numbers.o", 1)} AS organization,
      ${uuidOf("p", 3)} AS project,
      ${uuidOf("intDiv(i, 10) + numbers.o * 100", 2)} AS folder,
      multiIf(templates.scope_type = 'ORGANIZATION', organization, templates.scope_type = 'FOLDER', folder, project) AS scope,
      toUInt32(pow(${chance("s", 12)}, 2) * people) AS person_of,
      numbers.o * 10000 + person_of AS person,
      ${uuidOf("person", 4)} AS initiator,
      toUInt32(pow(${chance("(s, intDiv(k, 4))", 13)}, 2) * 300) AS r,
      ${uuidOf("(scope, templates.resource_type, r)", 5)} AS resource,
      fromUnixTimestamp64Milli(toInt64(${began}000 + intDiv(toUInt64(n) * ${SLICE_SECONDS}000, ${rows}) + sipHash64(n, 14) % 1000), 'UTC') AS time,
      ${uuidv7Of("time", "n")} AS id
    SELECT ${insertedValues((field) => made[field] ?? `templates.${field}`)}
    FROM (
      SELECT n, s, k, t, organizations.o AS o, people, toUInt32(pow(${chance("s", 11)}, 3) * projects) AS i, first_project + i AS p
      FROM (
        SELECT 1 AS one, number AS n, ${SESSION} AS s, intDiv(n % ${SESSION_LENGTH * SESSIONS}, ${SESSIONS}) AS k, toUInt32(sipHash64(s, 10) % ${TICKETS}) AS drawn,
          (toUInt32(pow(${chance("s", 17)}, 2) * ${kinds}) + sipHash64(n, 18) % 6) % ${kinds} AS t
        FROM numbers(${first}, ${count})
      ) AS drawn
      ASOF JOIN (SELECT *, 1 AS one FROM bench_organizations) AS organizations ON drawn.one = organizations.one AND drawn.drawn >= organizations.ticket
    ) AS numbers
    INNER JOIN bench_templates AS templates ON numbers.t = templates.t
    SETTINGS max_insert_threads = 2, max_block_size = 65536, min_insert_block_size_rows = 1000000, min_insert_block_size_bytes = 0`;
}

/** A text of the template with the ids of its own scope and resource in it. */
const own = (column: string): string =>
  `replaceAll(replaceAll(${column}, templates.resource_id, if(templates.resource_id = '', '', resource)), templates.scope_id, scope)`;

/** A UUIDv7 of a time that follows from a number. */
const uuidv7Of = (time: string, number: string): string =>
  `reinterpretAsUUID(concat(reinterpretAsFixedString(bitOr(bitShiftLeft(toUInt64(toUnixTimestamp64Milli(${time})), 16), bitOr(toUInt64(0x7000), sipHash64(${number}, 15) % 4096))), reinterpretAsFixedString(bitOr(bitShiftRight(sipHash64(${number}, 16), 2), toUInt64(9223372036854775808)))))`;

/**
 * A day of the slice that was made, so many slices earlier. In the order of the table, so that nothing has to be sorted again. Its entries are
 * made anew of the day's fields, because some that differ stand in their text. Its skip indexes are made when its week is merged (grounds.ts).
 */
function copyOf(day: string, slice: number, perSlice: number): string {
  const made = shifted(slice, perSlice);
  return `INSERT INTO ${EVENTS_TABLE} (${insertedNames})
    SELECT ${insertedValues((field) => made[field] ?? field)}
    FROM ${EVENTS_TABLE} WHERE toDate(event_time) = '${day}' AND kafka_offset < ${perSlice} ORDER BY scope_id, events.event_time
    ${COPIED}, materialize_skip_indexes_on_insert = 0`;
}

/** What differs in a copy, in SQL by field. */
export function shifted(slice: number, perSlice: number): Readonly<Record<string, string>> {
  const number = `(kafka_offset + ${slice * perSlice})`;
  const back = `toIntervalSecond(${slice * SLICE_SECONDS})`;
  return {
    event_id: uuidv7Of(`(event_time - ${back})`, number),
    event_time: `event_time - ${back}`,
    received_time: `received_time - ${back}`,
    correlation_id: `if(correlation_id = '', '', ${correlationOf(number)})`,
    traceparent: `if(traceparent = '', '', ${traceparentOf(number)})`,
    producer_sequence: `producer_sequence + ${Math.ceil((slice * perSlice) / 60)}`,
    kafka_offset: number,
  };
}

/** Of an INSERT that copies. */
export const COPIED =
  "SETTINGS max_insert_threads = 1, min_insert_block_size_rows = 2000000, min_insert_block_size_bytes = 0";

const correlationOf = (number: string): string =>
  `concat('req-', lower(substring(hex(sipHash64(intDiv(${number}, 2), 21)), 1, 12)))`;
const traceparentOf = (number: string): string =>
  `concat('00-', lower(hex(sipHash128(${number}, 23))), '-', lower(hex(sipHash64(${number}, 24))), '-01')`;
