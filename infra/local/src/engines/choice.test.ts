/** How the engines are chosen: by the environment, and by whether a Docker daemon answers. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type RequestListener, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnginesUnavailable } from "./engines.ts";
import { daemonAddress, dockerAnswers } from "./docker-daemon.ts";
import { externalEngines } from "./external.ts";
import { startEngines } from "./start-engines.ts";

const addresses = {
  KAFKA_BROKERS: "a:9092, b:9092",
  SCHEMA_REGISTRY_URL: "http://r:8081/",
  CLICKHOUSE_URL: "http://c:8123",
};

describe("addresses in the environment", () => {
  it("are used, with whatever lets us in", () => {
    const env = {
      ...addresses,
      KAFKA_TLS: "true",
      KAFKA_SASL_USERNAME: "k",
      KAFKA_SASL_PASSWORD: "kp",
      SCHEMA_REGISTRY_USERNAME: "r",
      SCHEMA_REGISTRY_PASSWORD: "rp",
      CLICKHOUSE_WRITER_PASSWORD: "w",
    };
    expect(externalEngines(env)).toMatchObject({
      kind: "external",
      reason: "external engines: KAFKA_BROKERS, SCHEMA_REGISTRY_URL, CLICKHOUSE_URL are set",
      kafka: {
        brokers: ["a:9092", "b:9092"],
        tls: true,
        sasl: { mechanism: "scram-sha-512", username: "k", password: "kp" },
      },
      registry: { url: "http://r:8081", username: "r", password: "rp" },
      clickhouse: {
        url: "http://c:8123",
        writer: { username: "writer", password: "w" },
        reader: { username: "reader", password: "" },
      },
    });
    expect(externalEngines({})).toBeUndefined();
  });

  it("are given all or none", () => {
    expect(() => externalEngines({ CLICKHOUSE_URL: "http://c:8123" })).toThrow(
      "KAFKA_BROKERS and SCHEMA_REGISTRY_URL must be set, too: KAFKA_BROKERS, SCHEMA_REGISTRY_URL, CLICKHOUSE_URL are given all or none.",
    );
  });

  it("are named, not shown, when they cannot be used, all at once", () => {
    const env = { ...addresses, CLICKHOUSE_URL: "hidden", KAFKA_BROKERS: "hidden", KAFKA_SASL_USERNAME: "hidden" };
    expect(() => externalEngines(env)).toThrow(
      new EnginesUnavailable(
        [
          "KAFKA_BROKERS is not host:port, comma-separated",
          "KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD belong together",
          "CLICKHOUSE_URL is not an http or https URL without credentials",
        ].join("\n"),
      ),
    );
  });

  it("that lead nowhere are told in one sentence each", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const nowhere = {
      KAFKA_BROKERS: `127.0.0.1:${port}`,
      SCHEMA_REGISTRY_URL: `http://127.0.0.1:${port}`,
      CLICKHOUSE_URL: `http://127.0.0.1:${port}`,
    };
    await expect(startEngines({ dataDir: "unused", log: () => {}, env: nowhere })).rejects.toThrow(
      new EnginesUnavailable(
        [
          "KAFKA_BROKERS: no broker answers (without TLS: KAFKA_TLS is not set): ECONNREFUSED.",
          "SCHEMA_REGISTRY_URL: no schema registry answers: ECONNREFUSED.",
          "CLICKHOUSE_URL: no ClickHouse answers: ECONNREFUSED.",
        ].join("\n"),
      ),
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
