// A replay that is killed at its worst moment loses nothing, and the next one completes it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { createInstallation, type Installation } from "./installation-of-test.ts";

const waiting = { timeout: 40_000, interval: 200 };
let it: Installation;

beforeAll(async () => {
  it = await createInstallation(`k${Date.now().toString(36)}`, {
    brokers: inject("kafkaBrokers"),
    registryUrl: inject("registryUrl"),
    clickhouse: inject("clickhouse"),
  });
});

afterAll(() => it[Symbol.asyncDispose]());

test("a replay that is killed loses nothing, and the next one completes it", async () => {
  const late = it.lateSchema();
  await it.restartWorker();
  const ids = await it.sendEvents(500, late.encode);
  const filters = `--reason unknown-schema-id --open`;
  await vi.waitFor(async () => expect(await it.listed(filters)).toHaveLength(500), waiting);
  await late.mend();
  await it.restartWorker();

  const dying = spawn(process.execPath, [
    fileURLToPath(new URL("dying-replay.ts", import.meta.url)),
    it.env.KAFKA_BROKERS,
    it.env.SCHEMA_REGISTRY_URL,
    it.prefix,
    "2",
    ...filters.split(" "),
  ]);
  expect((await once(dying, "exit"))[1]).toBe("SIGKILL");
  // The second group of two hundred is in its topic and not remembered.
  expect(await it.listed(filters)).toHaveLength(300);
  await vi.waitFor(async () => expect(await it.storedOf(ids)).toHaveLength(400), waiting);

  expect((await it.ops(`replay ${filters} --yes`)).out).toContain("to replay: 300 letters");
  await vi.waitFor(async () => expect(await it.storedOf(ids)).toEqual(ids), waiting);
  expect(await it.listed(filters)).toEqual([]);
});
