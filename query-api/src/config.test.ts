import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readConfig, type ConfigReading } from "./config.ts";

const complete = {
  CLICKHOUSE_URL: "http://clickhouse:8123",
  CLICKHOUSE_READER_USER: "reader",
  CLICKHOUSE_READER_PASSWORD: "correct horse",
  JWT_ISSUER: "https://issuer.example.com",
  JWT_AUDIENCE: "audit-log",
  JWKS_URL: "https://issuer.example.com/jwks",
  CURSOR_SECRET: "battery staple battery staple 32",
};

const faultsOf = (reading: ConfigReading): string[] => (reading.ok ? [] : reading.faults);

test("what is not given has a default where a default is safe", () => {
  const reading = readConfig(complete);
  expect(reading).toMatchObject({
    ok: true,
    config: {
      HOST: "127.0.0.1",
      PORT: 8080,
      CLICKHOUSE_DATABASE: "audit",
      LOG_LEVEL: "info",
    },
  });
});

test("all faults are told at once", () => {
  expect(faultsOf(readConfig({}))).toEqual([
    "CLICKHOUSE_URL must be an http or https URL",
    "CLICKHOUSE_READER_USER is missing",
    "CLICKHOUSE_READER_PASSWORD is missing",
    "JWT_ISSUER is missing",
    "JWT_AUDIENCE is missing",
    "JWKS_URL must be an http or https URL",
    "CURSOR_SECRET is missing",
  ]);
});

test.each([
  [{ PORT: "http" }, "PORT must be a port"],
  [{ PORT: "65536" }, "PORT must be a port"],
  [{ PORT: "80.5" }, "PORT must be a port"],
  [{ CLICKHOUSE_URL: "file:///etc/passwd" }, "CLICKHOUSE_URL must be an http or https URL"],
  [{ CLICKHOUSE_DATABASE: "audit; DROP" }, "CLICKHOUSE_DATABASE must be a plain lower-case name"],
  [{ CURSOR_SECRET: "short" }, "CURSOR_SECRET must have at least 32 bytes"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be debug, info, warn, error or silent"],
  [{ JWT_ISSUER: "" }, "JWT_ISSUER is empty"],
])("%j is refused", (part, fault) => {
  expect(faultsOf(readConfig({ ...complete, ...part }))).toEqual([fault]);
});

test("secrets show themselves to nobody who does not ask", () => {
  const good = readConfig(complete);
  const bad = readConfig({ ...complete, CURSOR_SECRET: "tooshort", PORT: "x" });
  const seen = [good, bad].map((reading) => inspect(reading, { depth: null }) + JSON.stringify(reading)).join("");
  expect(seen).not.toMatch(/correct horse|battery staple|tooshort/);
  if (good.ok) expect(good.config.CURSOR_SECRET.reveal()).toBe(complete.CURSOR_SECRET);
});
