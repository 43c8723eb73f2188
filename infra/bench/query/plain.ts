// A plain table beside ours: every field as a column of its own, as plain text in ClickHouse's own packing, sorted by time, no index. And the questions of a reader, put to it in SQL.
import { EVENTS_TABLE, storedFields } from "@audit-log/schemas";
import { declaredFields } from "../fields.ts";
import { ask, percentile } from "./ask.ts";
import type { Grounds } from "./grounds.ts";
import type { BenchScope } from "./scopes.ts";

const PLAIN = "plain_events";
const DAYS = 90;

/** Prints both side by side: medians of what readers wait for, and bytes per event. */
export async function comparePlain(
  grounds: Grounds,
  scopes: ReadonlyMap<string, readonly BenchScope[]>,
  rounds: number,
): Promise<void> {
  await makePlain(grounds);
  const rows: string[] = [];
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
      rows.push(
        `| ${name} | ${question} | ${percentile(ours, 0.5).toFixed(0)} | ${percentile(plain, 0.5).toFixed(0)} |`,
      );
  }
  const bytes = await grounds.sql(`SELECT round(sum(bytes_on_disk) / sum(rows), 1) FROM system.parts
    WHERE database = currentDatabase() AND table = '${PLAIN}' AND active`);
  console.log(
    "\n| scope | question | ours, through the API, ms | plain table, by SQL, ms |\n| --- | --- | --- | --- |",
  );
  console.log(`${rows.join("\n")}\nThe plain table: ${bytes} bytes per event.\n`);
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

/** Of all rows, unless it is there. */
async function makePlain({ sql }: Pick<Grounds, "sql">): Promise<void> {
  if ((await sql(`EXISTS TABLE ${PLAIN}`)) === "1") return;
  const declared = declaredFields.replaceAll("LowCardinality(String)", "String");
  await sql(
    `CREATE TABLE ${PLAIN} (${declared}) ENGINE = MergeTree PARTITION BY toMonday(event_time) ORDER BY event_time`,
  );
  const names = storedFields.map(({ name }) => name).join(", ");
  const days = await sql(`SELECT DISTINCT toDate(event_time) AS day FROM ${EVENTS_TABLE} ORDER BY day`);
  for (const day of days.split("\n"))
    await sql(`INSERT INTO ${PLAIN} SELECT ${names} FROM ${EVENTS_TABLE} WHERE toDate(event_time) = '${day}'`);
  const weeks = await sql(
    `SELECT DISTINCT partition FROM system.parts WHERE database = currentDatabase() AND table = '${PLAIN}' AND active`,
  );
  for (const week of weeks.split("\n")) await sql(`OPTIMIZE TABLE ${PLAIN} PARTITION '${week}' FINAL`);
}
