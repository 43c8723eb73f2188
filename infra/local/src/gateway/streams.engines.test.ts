/** Large results: flat memory, the reader's pace, and a connection that is free again when its reader has gone. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OwnGateway, ownGateway } from "../testing/own-gateway.ts";

const MEGABYTE = 1024 * 1024;
let gateway: OwnGateway;
beforeAll(async () => {
  gateway = await ownGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const memory = () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(gateway.pid)], { encoding: "utf8" })) * 1024;
const wide = (rows: number) => `SELECT number, repeat('x', 100) AS text FROM numbers(${rows})`;

it.each(["JSONEachRow", "JSON"])(
  "streams 3 million rows as %s without growing",
  { timeout: 120_000 },
  async (format) => {
    await (await ask(`${wide(300_000)} FORMAT ${format}`)).resume().toArray();
    const before = memory();
    const result = await ask(`${wide(3_000_000)} FORMAT ${format}`);
    let [bytes, peak] = [0, 0];
    for await (const piece of result) {
      const earlier = Math.floor(bytes / (32 * MEGABYTE));
      bytes += piece.length;
      if (Math.floor(bytes / (32 * MEGABYTE)) > earlier) peak = Math.max(peak, memory());
    }
    expect(bytes).toBeGreaterThan(300 * MEGABYTE);
    expect(peak - before).toBeLessThan(150 * MEGABYTE);
  },
);

it("hands a million rows to the client's stream", async () => {
  const result = await gateway.writer.query({ query: wide(1_000_000), format: "JSONEachRow" });
  let rows = 0;
  for await (const batch of result.stream()) rows += batch.length;
  expect(rows).toBe(1_000_000);
});

it("waits for a slow reader, and answers others meanwhile", async () => {
  const slow = await ask(`${wide(50_000_000)} FORMAT JSONEachRow`);
  slow.pause();
  const before = memory();
  expect((await gateway.writer.ping()).success).toBe(true);
  const result = await gateway.writer.query({ query: wide(1_000_000), format: "JSONEachRow" });
  for await (const batch of result.stream()) expect(batch.length).toBeGreaterThan(0);
  expect(memory() - before).toBeLessThan(150 * MEGABYTE);
  expect(await running()).toBe(1);
  slow.destroy();
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 5_000, interval: 50 });
});

it("stops a query whose reader has gone, and uses its connection again", async () => {
  for (let time = 0; time < 20; time += 1) {
    const result = await ask("SELECT sipHash64(number) FROM numbers(1000000000000) FORMAT RowBinary");
    await once(result, "readable");
    result.destroy();
  }
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 10_000, interval: 50 });
});

it("stops a query that has not answered yet, too", async () => {
  const { asked } = start("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)");
  asked.on("error", () => {});
  await vi.waitFor(async () => expect(await running()).toBe(1), { timeout: 5_000, interval: 50 });
  asked.destroy();
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 5_000, interval: 50 });
});

it("keeps its connections where readers hang up just before the first rows", { timeout: 60_000 }, async () => {
  // The engine opens the pipe of a result with the first rows: each of these readers leaves at another moment before or after.
  for (let time = 0; time < 120; time += 1) {
    const { asked } = start(
      "SELECT number, sleepEachRow(0.005) FROM numbers(8) SETTINGS max_block_size = 1 FORMAT RowBinary",
    );
    const over = new Promise((resolve) => asked.once("close", resolve));
    asked.on("error", () => {});
    await sleep(time % 24);
    asked.destroy();
    await over;
  }
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 10_000, interval: 50 });
});

it("lets more requests wait than it has connections", async () => {
  const many = Array.from({ length: 60 }, async (_, index) => {
    const result = await gateway.writer.query({
      query: "SELECT {n:UInt8} AS n",
      query_params: { n: index },
      format: "JSONEachRow",
    });
    return (await result.json<{ n: number }>())[0]?.n;
  });
  expect(await Promise.all(many)).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

/** Queries under way, apart from the one that asks. */
async function running(): Promise<number> {
  const query = "SELECT count() - 1 AS n FROM system.processes SETTINGS output_format_json_quote_64bit_integers = 0";
  const result = await gateway.writer.query({ query, format: "JSONEachRow" });
  return (await result.json<{ n: number }>())[0]?.n ?? -1;
}

function start(query: string) {
  const { url, writer } = gateway.access;
  const words = new URLSearchParams({ query, user: writer.username, password: writer.password });
  const asked = request(`${url}/?${words.toString()}`, { method: "POST" });
  asked.end();
  return { asked };
}

async function ask(query: string): Promise<IncomingMessage> {
  const { asked } = start(query);
  return new Promise((resolve, reject) => {
    asked.once("response", resolve);
    asked.once("error", reject);
  });
}
