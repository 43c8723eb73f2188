// `npm run bench:query`: how long readers wait, over a table of 100 million rows and through the API.
// `-- --rows 100000000 --rounds 20 --folder F --plain --readers 200`; F keeps the table.
import { EVENTS_TABLE } from "@audit-log/schemas";
import { ask, percentile } from "./query/ask.ts";
import { downloadCost } from "./query/download.ts";
import { askAtOnce } from "./query/crowd.ts";
import { openGrounds, type Grounds } from "./query/grounds.ts";
import { readOptions } from "./query/options.ts";
import { comparePlain } from "./query/plain.ts";
import { filtersOf } from "./query/questions.ts";
import { benchScopes, type BenchScope } from "./query/scopes.ts";

const options = readOptions(process.argv.slice(2));
await using grounds = await openGrounds(options, console.log);
/** Of each way. */
const DOWNLOADS = 3;
const end = new Date();
const start = new Date(end.getTime() - 90 * 86_400_000 + 3_600_000);

/** Milliseconds of first pages, by scope and question. */
const pages = new Map<string, number[]>();
const next: number[] = [];
/** Of histogram and facets over 90 days, by scope. */
const counts = new Map<string, number[]>();
const scopes = await benchScopes(grounds, options.rounds);
for (const [name, some] of scopes)
  for (let round = 0; round < options.rounds; round++) await askAll(name, some[round % some.length], round);

console.log("\n| scope | question | median, ms | p95, ms |\n| --- | --- | --- | --- |");
for (const [name, times] of pages)
  console.log(`| ${name} | ${percentile(times, 0.5).toFixed(1)} | ${percentile(times, 0.95).toFixed(1)} |`);
console.log(
  `| every scope | next page | ${percentile(next, 0.5).toFixed(1)} | ${percentile(next, 0.95).toFixed(1)} |\n`,
);

const isText = (name: string): boolean => name.includes("| text");
const all = (chosen: (name: string) => boolean): number[] =>
  [...pages].flatMap(([name, times]) => (chosen(name) ? times : []));
if (options.plain) await comparePlain(grounds, scopes, options);
if (options.readers > 0) await askAtOnce(grounds, scopes, options.readers);
const [largest] = scopes.get("largest project") ?? [];
const download = await downloadCost(grounds, largest?.path.split("/")[1] ?? "", DOWNLOADS);
console.log(`download of ${download.rows} entries: first byte after ${download.firstByte.toFixed(2)} s`);
const [rows, bytesPerEvent] = (await size(grounds)).split("\t").map(Number);
console.log(
  JSON.stringify({
    rows,
    firstPageP95Ms: Math.round(
      percentile(
        all((name) => !isText(name)),
        0.95,
      ),
    ),
    textSearchP95Ms: Math.round(percentile(all(isText), 0.95)),
    histogramMedianMs: Math.round(percentile(counts.get("median organization") ?? [], 0.95)),
    histogramLargestMs: Math.round(percentile(counts.get("largest organization") ?? [], 0.95)),
    exportRatio: download.ratio,
    bytesPerEvent,
  }),
);

async function askAll(name: string, scope: BenchScope | undefined, round: number): Promise<void> {
  if (scope === undefined) return;
  const below = scope.descendants ? { "include-descendants": "true" } : {};
  const period = new URLSearchParams({ start: start.toISOString(), end: end.toISOString(), ...below });
  const counted = await ask(grounds, `${scope.path}/entries/summary?${period.toString()}`);
  counts.set(name, [...(counts.get(name) ?? []), counted.milliseconds]);
  for (const [question, filter] of Object.entries(await filtersOf(grounds, scope, round))) {
    const parameters = new URLSearchParams(period);
    if (filter !== "") parameters.set("filter", filter);
    const { milliseconds, body } = await ask(grounds, `${scope.path}/entries?${parameters.toString()}`);
    const key = `${name} | ${question}`;
    pages.set(key, [...(pages.get(key) ?? []), milliseconds]);
    const { cursor }: { cursor?: string } = JSON.parse(body);
    if (question !== "none" || cursor === undefined) continue;
    parameters.set("cursor", cursor);
    next.push((await ask(grounds, `${scope.path}/entries?${parameters.toString()}`)).milliseconds);
  }
}

function size({ sql }: Pick<Grounds, "sql">): Promise<string> {
  return sql(`SELECT sum(rows), round(sum(bytes_on_disk) / sum(rows), 1) FROM system.parts
    WHERE database = currentDatabase() AND table = '${EVENTS_TABLE}' AND active`);
}
