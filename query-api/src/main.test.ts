// The program itself: what it says when it cannot start, and that it ends when it is told to.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

const complete = {
  PORT: "0",
  CLICKHOUSE_URL: "http://127.0.0.1:1",
  CLICKHOUSE_READER_USER: "reader",
  CLICKHOUSE_READER_PASSWORD: "secret-password",
  JWT_ISSUER: "https://issuer.example.com",
  JWT_AUDIENCE: "audit-log",
  JWKS_URL: "http://127.0.0.1:1/jwks",
  CURSOR_SECRET: "secret-".repeat(5),
  KAFKA_BROKERS: "127.0.0.1:1",
  SCHEMA_REGISTRY_URL: "http://127.0.0.1:1",
};

let child: ChildProcess | undefined;

afterEach(() => child?.kill("SIGKILL"));

function start(env: Record<string, string>, withChannel = false): ChildProcess {
  child = spawn(process.execPath, [main], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe", ...(withChannel ? ["ipc" as const] : [])],
  });
  return child;
}

/** Waits for the program to listen; gives its address and everything it logs from then on. */
async function listening(program: ChildProcess): Promise<{ address: string; log: string[] }> {
  const log: string[] = [];
  const lines = createInterface({ input: program.stdout ?? expect.unreachable() });
  const address = await new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      log.push(line);
      const said: { event?: string; address?: string } = JSON.parse(line);
      if (said.event === "listening") resolve(said.address ?? "");
    });
  });
  return { address, log };
}

test("an incomplete environment is told in full, and no secret with it", async () => {
  const program = start({ CURSOR_SECRET: "too-short-secret" });
  let said = "";
  program.stderr?.on("data", (chunk) => (said += String(chunk)));
  expect(await once(program, "close")).toEqual([1, null]);
  expect(said).toContain("CLICKHOUSE_URL is missing");
  expect(said).toContain("CURSOR_SECRET has fewer than 32 bytes");
  expect(said).not.toContain("too-short-secret");
});

test("it starts without its engines, says that it is not ready, and ends on SIGTERM", async () => {
  const program = start(complete);
  const { address, log } = await listening(program);
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  program.kill("SIGTERM");
  expect(await once(program, "close")).toEqual([0, null]);
  expect(log.at(-1)).toContain('"event":"stopped"');
  expect(log.join("")).not.toMatch(/secret-/);
});

test("it ends with its parent where it was told so, also while somebody is connected who asks nothing", async () => {
  const program = start({ ...complete, AUDIT_EXIT_WITH_PARENT: "1" }, true);
  const { address } = await listening(program);
  const { hostname, port } = new URL(address);
  const silent = connect(Number(port), hostname).on("error", () => undefined);
  await once(silent, "connect");
  // Whoever came later is answered: the silent one has been taken in.
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  program.disconnect();
  expect(await once(program, "exit")).toEqual([0, null]);
});

test("what is no HTTP is answered in the published shape too", async () => {
  const { address } = await listening(start(complete));
  const answer = await fetch(`${address}/livez`, { headers: { "x-filler": "x".repeat(20_000) } });
  expect(answer.status).toBe(431);
  expect(await answer.json()).toMatchObject({ status: 431, message: "Request Header Fields Too Large" });
});
