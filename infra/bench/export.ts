// What a download costs against what ClickHouse itself streams to curl: the same selection of one scope, in one run. Last line: JSON.
//   npm run bench:export -- --rows 1000000 --rounds 3 --formats ndjson,csv
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ownGateway } from "../local/src/testing/own-gateway.ts";
import { curl, straight, throughApi } from "./export/curl.ts";
import { fillScope, SCOPE_ID } from "./export/fill-scope.ts";
import type { Served } from "./export/serve.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "300000" },
    rounds: { type: "string", default: "3" },
    formats: { type: "string", default: "ndjson,csv,ocsf,parquet" },
  },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
const MEGABYTE = 1_000_000;

await using gateway = await ownGateway();
const { url, reader } = gateway.access;
const database = "audit_bench_export";
await fillScope(gateway, database, rows);
const folder = await mkdtemp(join(tmpdir(), "audit-export-"));
const child = fork(fileURLToPath(new URL("export/serve.ts", import.meta.url)), [
  JSON.stringify({ url, ...reader, database }),
]);
try {
  const [served]: Served[] = await once(child, "message");
  if (served === undefined) throw new Error("the service did not start");
  const start = new Date(Date.now() - 85 * 86_400_000).toISOString();
  const end = new Date().toISOString();
  const ours = (format: string) =>
    throughApi(served.api, served.token, SCOPE_ID, new URLSearchParams({ start, end, format }));

  const formats = values.formats.split(",");
  const contestants = {
    clickhouse: straight(gateway.access, database, SCOPE_ID),
    ...Object.fromEntries(formats.map((format) => [format, ours(format)])),
  };
  const seconds: Record<string, number[]> = {};
  const firstByte: Record<string, number[]> = {};
  const megabytes: Record<string, number> = {};
  const memory: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(contestants)) {
      const got = await curl(args);
      (seconds[name] ??= []).push(got.seconds);
      (firstByte[name] ??= []).push(got.firstByte);
      megabytes[name] = got.bytes / MEGABYTE;
      child.send("memory");
      const [rss]: number[] = await once(child, "message");
      if (name === "ndjson") memory.push((rss ?? 0) / MEGABYTE);
      console.log(
        `${round} ${name}: ${got.seconds.toFixed(2)} s, first byte ${got.firstByte.toFixed(2)} s, ${Math.round(got.bytes / MEGABYTE)} MB, service ${Math.round((rss ?? 0) / MEGABYTE)} MB`,
      );
    }
  const median = (name: string): number => (seconds[name] ?? []).toSorted((a, b) => a - b)[rounds >> 1] ?? NaN;
  const rate = (name: string) => Math.round(rows / median(name));
  const names = Object.keys(contestants);
  console.log(
    JSON.stringify({
      rows,
      rowsPerSecond: Object.fromEntries(names.map((name) => [name, rate(name)])),
      megabytes: Object.fromEntries(names.map((name) => [name, Math.round(megabytes[name] ?? 0)])),
      exportRatio: Number((rate("ndjson") / rate("clickhouse")).toFixed(2)),
      exportBytesRatio: Number(
        (
          (megabytes["ndjson"] ?? 0) /
          median("ndjson") /
          ((megabytes["clickhouse"] ?? 1) / median("clickhouse"))
        ).toFixed(2),
      ),
      firstByteSeconds: Math.max(...(firstByte["ndjson"] ?? [])),
      serviceMegabytesAfterNdjson: memory.map(Math.round),
    }),
  );
} finally {
  child.kill();
  await rm(folder, { recursive: true, force: true });
}
