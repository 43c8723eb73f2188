import { inspect } from "node:util";
import { InvalidEnvironment, type Environment } from "@audit-log/schemas/environment";
import { expect, test } from "vitest";
import { apiConfig } from "./config.ts";

const complete = {
  CLICKHOUSE_URL: "http://clickhouse:8123",
  CLICKHOUSE_READER_USER: "reader",
  CLICKHOUSE_READER_PASSWORD: "correct horse",
  JWT_ISSUER: "https://issuer.example.com",
  JWT_AUDIENCE: "audit-log",
  JWKS_URL: "https://issuer.example.com/jwks",
  CURSOR_SECRET: "battery staple battery staple 32",
  KAFKA_BROKERS: "kafka:9092",
  SCHEMA_REGISTRY_URL: "http://registry",
};

function refusalOf(env: Environment): InvalidEnvironment {
  try {
    apiConfig(env);
  } catch (cause) {
    if (cause instanceof InvalidEnvironment) return cause;
  }
  return expect.unreachable("the environment was taken");
}

test("what is not given has a default where a default is safe", () => {
  expect(apiConfig(complete)).toMatchObject({
    http: { host: "127.0.0.1", port: 8080 },
    clickhouse: { database: "audit" },
    logLevel: "info",
    exitWithParent: false,
  });
});

test("all faults are told at once", () => {
  expect(refusalOf({}).faults).toEqual([
    "CLICKHOUSE_URL is missing",
    "CLICKHOUSE_READER_USER is missing",
    "CLICKHOUSE_READER_PASSWORD is missing",
    "JWT_ISSUER is missing",
    "JWT_AUDIENCE is missing",
    "JWKS_URL is missing",
    "CURSOR_SECRET is missing",
    "KAFKA_BROKERS is missing",
    "SCHEMA_REGISTRY_URL is missing",
  ]);
});

test.each([
  [{ PORT: "http" }, "PORT is not a whole number from 0 to 65535"],
  [{ PORT: "65536" }, "PORT is not a whole number from 0 to 65535"],
  [{ PORT: "80.5" }, "PORT is not a whole number from 0 to 65535"],
  [{ CLICKHOUSE_URL: "file:///etc/passwd" }, "CLICKHOUSE_URL is not an http or https URL without credentials"],
  [{ CLICKHOUSE_DATABASE: "audit; DROP" }, "CLICKHOUSE_DATABASE is not a plain lower-case name"],
  [{ CURSOR_SECRET: "short" }, "CURSOR_SECRET has fewer than 32 bytes"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is none of info, debug, warn, error, silent"],
  [{ JWT_ISSUER: "" }, "JWT_ISSUER is missing"],
  [{ AUTHORIZER_URL: "ftp://a" }, "AUTHORIZER_URL is not an http or https URL without credentials"],
  [{ SCHEMA_REGISTRY_URL: "" }, "SCHEMA_REGISTRY_URL is missing"],
  [{ READERS_RECORDED: "no" }, "READERS_RECORDED is none of on, off"],
  [{ READERS_RECORDED: "off" }, "READERS_RECORDED is off although KAFKA_BROKERS is there: leave out one of them"],
  [{ TRUSTED_PROXIES: "all" }, "TRUSTED_PROXIES is not a whole number from 0 to 10"],
])("%j is refused", (part, fault) => {
  expect(refusalOf({ ...complete, ...part }).faults).toEqual([fault]);
});

test("an authorization service is asked where there is one", () => {
  expect(apiConfig(complete).authorizer).toBeUndefined();
  const { authorizer } = apiConfig({
    ...complete,
    AUTHORIZER_URL: "https://iam.example.com/authorize",
    AUTHORIZER_TOKEN: "t",
  });
  expect([authorizer?.url, authorizer?.token?.reveal()]).toEqual(["https://iam.example.com/authorize", "t"]);
});

test("readers are recorded unless somebody says otherwise where there is no Kafka", () => {
  expect(apiConfig(complete).recording).toMatchObject({ kafka: { brokers: ["kafka:9092"] }, prefix: "audit" });
  const { KAFKA_BROKERS, SCHEMA_REGISTRY_URL, ...without } = complete;
  expect(apiConfig({ ...without, READERS_RECORDED: "off" }).recording).toBeUndefined();
});

test("secrets show themselves to nobody who does not ask", () => {
  const good = apiConfig(complete);
  const bad = refusalOf({ ...complete, CURSOR_SECRET: "tooshort", PORT: "x" });
  const seen = [good, bad].map((one) => inspect(one, { depth: null }) + JSON.stringify(one)).join("");
  expect(seen).not.toMatch(/correct horse|battery staple|tooshort/);
  expect(good.cursorSecret.reveal()).toBe(complete.CURSOR_SECRET);
});
