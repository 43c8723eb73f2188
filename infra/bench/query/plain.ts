// A plain table beside ours: every field as a column of its own, as plain text in ClickHouse's own packing, sorted by time, no index. And the questions of a reader, put to it in SQL.
import { EVENTS_TABLE, storedFields } from "@audit-log/schemas";
import { declaredFields } from "../fields.ts";
import { ask, percentile } from "./ask.ts";
import { COPIED, COPIES, daysOf, shifted, SLICES } from "./fill.ts";
import type { Grounds } from "./grounds.ts";
import { mergeWeeks, twoAtATime } from "./merge.ts";
import type { Options } from "./options.ts";
import type { BenchScope } from "./scopes.ts";

const PLAIN = "plain_events";
const DAYS = 90;

/** Prints both side by side: medians of what readers wait for, and bytes per event. */
export async function comparePlain(
  grounds: Grounds,
  scopes: ReadonlyMap<string, readonly BenchScope[]>,
  { rows, rounds }: Pick<Options, "rows" | "rounds">,
): Promise<void> {
  await makePlain(grounds, rows);
  const lines: string[] = [];
  for (const [name, some] of scopes) {
    const times = new Map<Question, { ours: number[]; plain: number[] }>();
    for (let round = 0; round < rounds; round++) {
      const scope = some[round % some.length];
      if (scope === undefined) continue;
      const found = await grounds.sql(
        `SELECT initiator_id FROM ${EVENTS_TABLE} WHERE ${scope.condition} AND initiator_id != '' ORDER BY sipHash64(event_id, ${round}) LIMIT 1`,
      );
      // The smallest organizations of a small table have no events.
      const initiator = found === "" ? "nobody" : found;
      for (const question of QUESTIONS) {
        const { ours, plain } = times.get(question) ?? { ours: [], plain: [] };
        times.set(question, { ours, plain });
        ours.push((await ask(grounds, ourPath(scope, question, initiator))).milliseconds);
        plain.push(await timed(grounds, plainQuery(scope, question, initiator)));
      }
    }
    for (const [question, { ours, plain }] of times)
      lines.push(
        `| ${name} | ${question} | ${percentile(ours, 0.5).toFixed(0)} | ${percentile(plain, 0.5).toFixed(0)} |`,
      );
  }
  const size = await grounds.sql(`SELECT sum(rows), round(sum(bytes_on_disk) / sum(rows), 1) FROM system.parts
    WHERE database = currentDatabase() AND table = '${PLAIN}' AND active`);
  const [count, bytes] = size.split("\t");
  console.log(
    "\n| scope | question | ours, through the API, ms | plain table, by SQL, ms |\n| --- | --- | --- | --- |",
  );
  console.log(`${lines.join("\n")}\nThe plain table: ${count} rows, ${bytes} bytes per event.\n`);
}

const QUESTIONS = ["newest entries", "of an initiator", "counts"] as const;
type Question = (typeof QUESTIONS)[number];

function ourPath({ path, descendants }: BenchScope, question: Question, initiator: string): string {
  const end = Date.now();
  const parameters = new URLSearchParams({
    start: new Date(end - DAYS * 86_400_000 + 3_600_000).toISOString(),
    end: new Date(end).toISOString(),
  });
  if (descendants) parameters.set("include-descendants", "true");
  if (question === "of an initiator") parameters.set("filter", `initiator.id=${JSON.stringify(initiator)}`);
  return `${path}/entries${question === "counts" ? "/summary" : ""}?${parameters.toString()}`;
}

function plainQuery({ condition }: BenchScope, question: Question, initiator: string): string {
  const where = `WHERE ${condition} AND visibility IN ('PUBLIC', 'PRIVATE') AND event_time >= now() - INTERVAL ${DAYS} DAY`;
  if (question === "counts")
    return `SELECT toDate(event_time) AS day, event_source, event_name, outcome, initiator_id, count() FROM ${PLAIN} ${where} GROUP BY ALL FORMAT Null`;
  const more = question === "newest entries" ? "" : `AND initiator_id = '${initiator}'`;
  return `SELECT * FROM ${PLAIN} ${where} ${more} ORDER BY event_time DESC, event_id DESC LIMIT 100 FORMAT JSONEachRow`;
}

async function timed({ sql }: Pick<Grounds, "sql">, query: string): Promise<number> {
  const started = performance.now();
  await sql(query);
  return performance.now() - started;
}

/** Of all rows, unless it is there: of the newest slice's, and of copies of them as fill.ts makes them, because out of entries each column would be looked for anew. */
async function makePlain({ sql }: Pick<Grounds, "sql">, rows: number): Promise<void> {
  if ((await sql(`EXISTS TABLE ${PLAIN}`)) === "1") return;
  const declared = declaredFields.replaceAll("LowCardinality(String)", "String");
  await sql(
    `CREATE TABLE ${PLAIN} (${declared}) ENGINE = MergeTree PARTITION BY toMonday(event_time) ORDER BY event_time
      SETTINGS old_parts_lifetime = 5`,
  );
  await sql(`SYSTEM STOP MERGES ${PLAIN}`);
  const perSlice = Math.ceil(rows / SLICES);
  const names = storedFields.map(({ name }) => name);
  await sql(
    `INSERT INTO ${PLAIN} (${names.join(", ")}) SELECT ${names.join(", ")} FROM ${EVENTS_TABLE} WHERE kafka_offset < ${perSlice}`,
  );
  const days = await daysOf(sql, PLAIN);
  await twoAtATime(COPIES, async (slice) => {
    const made = shifted(slice, perSlice);
    const values = names.map((name) => `${made[name] ?? name} AS out_${name}`).join(", ");
    for (const day of days)
      await sql(`INSERT INTO ${PLAIN} (${names.join(", ")}) SELECT ${values}
        FROM ${PLAIN} WHERE toDate(event_time) = '${day}' AND kafka_offset < ${perSlice} ORDER BY event_time ${COPIED}`);
  });
  await sql(`SYSTEM START MERGES ${PLAIN}`);
  await mergeWeeks(sql, PLAIN, console.log);
}
