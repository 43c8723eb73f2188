// Many readers at once while events are written: what each of them waits for.
import { setTimeout as sleep } from "node:timers/promises";
import { EVENTS_TABLE, columns } from "@audit-log/schemas";
import { percentile } from "./ask.ts";
import type { Grounds } from "./grounds.ts";
import type { BenchScope } from "./scopes.ts";

interface CrowdOrder {
  readonly readers: number;
  /** Between a reader's answer and its next question; 0: never a pause. */
  readonly pauseMs: number;
}

interface Crowd {
  readonly answers: number;
  /** By status; none is 200. */
  readonly refused: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p99: number;
}

const SECONDS = 60;
/** Written meanwhile, per second. */
const EVENTS_PER_SECOND = 1_000;
/** People look at what they got before they ask again. */
const PAUSE_MS = 10_000;

/** Says what readers wait for who never pause, and those who look at what they got for a while. */
export async function askAtOnce(
  grounds: Grounds,
  scopes: ReadonlyMap<string, readonly BenchScope[]>,
  readers: number,
): Promise<void> {
  // One of each size in turn.
  const some = Array.from({ length: readers }, (_none, index) =>
    [...scopes.values()].map((of) => of[index % of.length]),
  )
    .flat()
    .filter((scope) => scope !== undefined);
  for (const pauseMs of [PAUSE_MS, 0]) {
    const { answers, refused, p50, p99 } = await crowd(grounds, some, { readers, pauseMs });
    const who = `${readers} readers, ${pauseMs / 1_000} s between answer and question, ${EVENTS_PER_SECOND} events per second written`;
    console.log(
      `${who}: ${answers} answers in ${SECONDS} s, p50 ${p50} ms, p99 ${p99} ms, refused ${JSON.stringify(refused)}`,
    );
  }
}

/** Each reader asks for the newest entries of the last day of a scope of its own, again and again. */
async function crowd(grounds: Grounds, scopes: readonly BenchScope[], order: CrowdOrder): Promise<Crowd> {
  const { readers, pauseMs } = order;
  const until = performance.now() + SECONDS * 1_000;
  const times: number[] = [];
  const refused: Record<string, number> = {};
  const read = async (index: number): Promise<void> => {
    const scope = scopes[index % scopes.length];
    if (scope === undefined) return;
    const below = scope.descendants ? "?include-descendants=true" : "";
    // Not all of them in the same moment.
    await sleep((pauseMs * index) / readers);
    while (performance.now() < until) {
      const started = performance.now();
      const answer = await fetch(`${grounds.url}/v3/${scope.path}/entries${below}`, {
        headers: { authorization: `Bearer ${grounds.token}` },
      });
      await answer.arrayBuffer();
      if (answer.status === 200) times.push(performance.now() - started);
      else refused[answer.status] = (refused[answer.status] ?? 0) + 1;
      if (pauseMs > 0) await sleep(pauseMs);
    }
  };
  await Promise.all([write(grounds, until), ...Array.from({ length: readers }, (_none, index) => read(index))]);
  return {
    answers: times.length,
    refused,
    p50: Math.round(percentile(times, 0.5)),
    p99: Math.round(percentile(times, 0.99)),
  };
}

/** A block each second, of events that are there, under ids and times of their own. */
async function write({ sql }: Pick<Grounds, "sql">, until: number): Promise<void> {
  // None of these is in an entry's text, which is copied as it is.
  const made: Record<string, string> = {
    event_id: "generateUUIDv7(kafka_offset)",
    event_time: "now64(3)",
    received_time: "now64(3)",
  };
  const names = columns.map(({ name }) => name);
  for (let block = 0; performance.now() < until; block++) {
    const due = performance.now() + 1_000;
    await sql(`INSERT INTO ${EVENTS_TABLE} (${names.join(", ")})
      SELECT ${names.map((name) => `${made[name] ?? name} AS out_${name}`).join(", ")}
      FROM ${EVENTS_TABLE} WHERE event_time >= now() - INTERVAL 5 DAY LIMIT ${EVENTS_PER_SECOND} OFFSET ${block * EVENTS_PER_SECOND}
      SETTINGS max_threads = 1, optimize_on_insert = 0`);
    await sleep(Math.max(0, due - performance.now()));
  }
}
