/** How the engines are chosen: by the environment, and by whether a Docker daemon answers. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type RequestListener, type Server, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { daemonAddress, dockerAnswers } from "./docker-daemon.ts";
import { startEngines } from "./start-engines.ts";

const addresses = {
  KAFKA_BROKERS: "a:9092, b:9092",
  SCHEMA_REGISTRY_URL: "http://r:8081/",
  CLICKHOUSE_URL: "http://c:8123",
};
const start = (env: Record<string, string>) => startEngines({ dataDir: "unused", log: () => {}, env });

describe("addresses in the environment", () => {
  it("are used, and nothing is started", async () => {
    const lines: string[] = [];
    const env = { ...addresses, CLICKHOUSE_WRITER_PASSWORD: "w" };
    await using engines = await startEngines({ dataDir: "unused", log: (line) => lines.push(line), env });
    expect(engines).toMatchObject({
      kind: "external",
      kafkaBrokers: ["a:9092", "b:9092"],
      registryUrl: "http://r:8081",
    });
    expect(engines.clickhouse.writer).toEqual({ username: "writer", password: "w" });
    expect(lines).toEqual(["external engines: KAFKA_BROKERS, SCHEMA_REGISTRY_URL, CLICKHOUSE_URL are set"]);
  });

  it("are given all or none", async () => {
    await expect(start({ CLICKHOUSE_URL: "http://c:8123" })).rejects.toThrow(
      "KAFKA_BROKERS and SCHEMA_REGISTRY_URL must be set, too: KAFKA_BROKERS, SCHEMA_REGISTRY_URL, CLICKHOUSE_URL are given all or none.",
    );
  });

  it("are named, not shown, when they cannot be used", async () => {
    await expect(start({ ...addresses, CLICKHOUSE_URL: "secret" })).rejects.toThrow(
      /^CLICKHOUSE_URL cannot be used: [^s]/,
    );
  });
});

describe("a Docker daemon", () => {
  let dir: string;
  let server: Server;
  const serve = async (listener: RequestListener) => {
    server = createServer(listener).listen(join(dir, "s"));
    await once(server, "listening");
    return `unix://${join(dir, "s")}`;
  };
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "audit-docker-"));
    server = createServer();
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  it("answers when it answers", async () => {
    const asked: (string | undefined)[] = [];
    const host = await serve((request, response) => {
      asked.push(request.url);
      response.end("OK");
    });
    expect(await dockerAnswers(host)).toBe(true);
    expect(asked).toEqual(["/_ping"]);
  });

  it("does not when it fails, is silent for a second, or is not there", async () => {
    let silent = false;
    const host = await serve((_, response) => {
      if (!silent) response.writeHead(500).end();
    });
    expect(await dockerAnswers(host)).toBe(false);
    silent = true;
    expect(await dockerAnswers(host)).toBe(false);
    expect(await dockerAnswers(`unix://${join(dir, "none")}`)).toBe(false);
  });

  it.each([
    [undefined, { socketPath: "/var/run/docker.sock", path: "/_ping" }],
    ["unix:///x/y.sock", { socketPath: "/x/y.sock", path: "/_ping" }],
    ["tcp://h:5", { host: "h", port: 5, path: "/_ping" }],
    ["tcp://h", { host: "h", port: 2375, path: "/_ping" }],
    ["ssh://h", undefined],
  ])("is looked for at %s", (host, address) => {
    expect(daemonAddress(host)).toEqual(address);
  });
});
