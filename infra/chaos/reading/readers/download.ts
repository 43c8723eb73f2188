// Downloads of a fixed window, some broken off and resumed: by the manifest's cursor where the service broke off, else by the last whole line.
import { setTimeout as sleep } from "node:timers/promises";
import { type AuditLogClient, BrokenOff, type Entry, type ExportOptions } from "@audit-log/client";
import { anyQuestion, filterOf, type Questions } from "../question.ts";
import type { Showing } from "../showing.ts";
import { csvRecords } from "./csv-records.ts";
import { settledUntil } from "./feed-page.ts";
import { insist, isPassing } from "./insist.ts";
import { Proven } from "./proven.ts";
import { iso, type Memory, type Reader } from "./reader.ts";
import { periodOf } from "./window.ts";

/** One that is never whole is a fault to tell. */
const MOST_PARTS = 500;
const PARQUET_MAGIC = "PAR1";

export async function download(reader: Reader, questions: Questions): Promise<void> {
  const { clients, random, memory, since, over, rate } = reader;
  while (!over.aborted) {
    const question = anyQuestion(questions, random);
    const { window } = periodOf(random, rate);
    const format = random.pick(["ndjson", "ndjson", "ndjson", "csv", "parquet"] as const);
    const { scope, includeDescendants, asker } = question;
    const order = includeDescendants ? "oldest-first" : random.pick(["oldest-first", "newest-first"] as const);
    const period = { start: iso(window.start), end: iso(window.end) };
    const asked = { scope, includeDescendants, filter: filterOf(question), order, format, ...period };
    const how = `${format}, ${order}, ${period.start} to ${period.end}`;
    const settled = await settledUntil(reader, question);
    const common = { mode: "export", how, question, window, since, settledUntil: settled, pages: 1 } as const;
    if (format === "parquet") {
      memory.counted.push({ ...common, rows: await insist(memory, () => parquetRows(clients[asker], asked)) });
    } else {
      const showing: Showing = {
        ...common,
        order: includeDescendants ? "by-week" : order,
        shown: [],
        told: [],
      };
      if (format === "ndjson") await lines(reader, asked, showing);
      else showing.shown.push(...(await insist(memory, () => cells(clients[asker], memory, asked))));
      memory.showings.push(showing);
    }
    await sleep(random.between(500, 3_000));
  }
}

/** To its end, however often it is broken off: by us, at some line, or by the service. */
async function lines(reader: Reader, asked: ExportOptions, showing: Showing): Promise<void> {
  const { memory, random } = reader;
  let place: Pick<ExportOptions, "cursor" | "after"> = {};
  let breaks = random.pick([0, 0, 1, 3]);
  for (;;) {
    let left = breaks > 0 ? random.between(1, 400) : Number.POSITIVE_INFINITY;
    try {
      const isWhole = await readLines(reader.clients[showing.question.asker], { ...asked, ...place }, (entry) => {
        showing.shown.push(memory.entries.of(entry));
        place = { after: [entry.eventTimeStamp, entry.id, entry.scope.id].join(",") };
        return --left > 0;
      });
      if (isWhole) return;
      breaks -= 1;
    } catch (cause) {
      if (!isPassing(cause) || showing.pages > MOST_PARTS) throw cause;
      // Its cursor says the same place as the last line.
      if (cause instanceof BrokenOff && cause.cursor !== undefined) place = { cursor: cause.cursor };
      await sleep(random.between(100, 500));
    }
    memory.broken += 1;
    if (place.after !== undefined || place.cursor !== undefined) memory.resumed += 1;
    showing.pages += 1;
  }
}

/** False: `take` wanted no more. */
async function readLines(
  client: AuditLogClient,
  asked: ExportOptions,
  take: (entry: Entry) => boolean,
): Promise<boolean> {
  const proven = new Proven();
  const pieces = client.export(asked);
  for (;;) {
    const { value, done } = await pieces.next();
    if (done === true) {
      proven.by(value);
      return true;
    }
    proven.add(value);
    for (const line of value.toString("utf8").split("\n").slice(0, -1)) {
      const entry: Entry = JSON.parse(line);
      proven.rows += 1;
      if (!take(entry)) {
        await pieces.return(NEVER_USED);
        return false;
      }
    }
  }
}

/** What a generator that is left returns is nobody's. */
const NEVER_USED = { rows: 0, bytes: 0, sha256: "", complete: false };

async function cells(client: AuditLogClient, memory: Memory, asked: ExportOptions): Promise<Showing["shown"]> {
  const { bytes, proven, manifest } = await wholeFile(client, asked);
  const records = csvRecords(bytes.toString("utf8"));
  proven.rows = records.length;
  proven.by(manifest);
  return records.map((record) => memory.entries.of(entryOf(record)));
}

const entryOf = (record: Record<string, string>): Parameters<Memory["entries"]["of"]>[0] => ({
  id: record["id"] ?? "",
  scope: { type: record["scope.type"] ?? "", id: record["scope.id"] ?? "" },
  eventTimeStamp: record["eventTimeStamp"] ?? "",
  receivedTimeStamp: record["receivedTimeStamp"] ?? "",
  visibility: record["visibility"] ?? "",
  outcome: { result: record["outcome.result"] ?? "" },
});

async function parquetRows(client: AuditLogClient, asked: ExportOptions): Promise<number> {
  const { bytes, proven, manifest } = await wholeFile(client, asked);
  const ends = [bytes.subarray(0, PARQUET_MAGIC.length), bytes.subarray(-PARQUET_MAGIC.length)];
  if (ends.some((end) => end.toString() !== PARQUET_MAGIC)) throw new Error("a Parquet file is not whole");
  proven.rows = manifest.rows;
  proven.by(manifest);
  return manifest.rows;
}

async function wholeFile(client: AuditLogClient, asked: ExportOptions) {
  const proven = new Proven();
  const kept: Buffer[] = [];
  const pieces = client.export(asked);
  for (;;) {
    const { value, done } = await pieces.next();
    if (done === true) return { bytes: Buffer.concat(kept), proven, manifest: value };
    proven.add(value);
    kept.push(value);
  }
}
