import { expect, it } from "vitest";
import { InvalidEnvironment, recorderConfig } from "./index.ts";

const minimal = { KAFKA_BROKERS: "a:9092, b:9092", SCHEMA_REGISTRY_URL: "https://registry.example.com/v7" };

it("needs brokers and a registry, and has defaults for the rest", () => {
  expect(recorderConfig(minimal)).toEqual({
    kafka: { brokers: ["a:9092", "b:9092"], tls: false, sasl: undefined },
    registry: { url: "https://registry.example.com/v7", username: undefined, password: undefined },
    prefix: "audit",
    region: "global",
    producerId: undefined,
  });
});

it("takes everything from the environment", () => {
  const env = {
    ...minimal,
    KAFKA_TLS: "true",
    KAFKA_SASL_MECHANISM: "scram-sha-256",
    KAFKA_SASL_USERNAME: "u",
    KAFKA_SASL_PASSWORD: "p",
    SCHEMA_REGISTRY_USERNAME: "ru",
    SCHEMA_REGISTRY_PASSWORD: "rp",
    AUDIT_PREFIX: "test",
    AUDIT_REGION: "eu01",
    AUDIT_PRODUCER_ID: "pod-1",
  };
  expect(recorderConfig(env)).toEqual({
    kafka: {
      brokers: ["a:9092", "b:9092"],
      tls: true,
      sasl: { mechanism: "scram-sha-256", username: "u", password: "p" },
    },
    registry: { url: "https://registry.example.com/v7", username: "ru", password: "rp" },
    prefix: "test",
    region: "eu01",
    producerId: "pod-1",
  });
});

it("tells all that is wrong at once, and repeats no value", () => {
  const env = {
    KAFKA_BROKERS: "hidden",
    SCHEMA_REGISTRY_URL: "https://user:hidden@registry",
    KAFKA_TLS: "hidden",
    KAFKA_SASL_MECHANISM: "hidden",
    KAFKA_SASL_PASSWORD: "hidden",
    SCHEMA_REGISTRY_USERNAME: "hidden",
    AUDIT_PREFIX: "hidden prefix",
  };
  const fault = (() => {
    try {
      return recorderConfig(env);
    } catch (cause) {
      return cause;
    }
  })();
  if (!(fault instanceof InvalidEnvironment)) throw new Error("not refused");
  const names = [
    "KAFKA_BROKERS",
    "KAFKA_TLS",
    "KAFKA_SASL_MECHANISM",
    "KAFKA_SASL_USERNAME",
    "SCHEMA_REGISTRY_URL",
    "SCHEMA_REGISTRY_USERNAME",
    "AUDIT_PREFIX",
  ];
  expect(fault.faults.map((problem) => problem.split(" ")[0])).toEqual(names);
  expect(fault.message).not.toContain("hidden");
});

it("misses what is missing", () => {
  expect(() => recorderConfig({})).toThrow("KAFKA_BROKERS is missing; SCHEMA_REGISTRY_URL is missing");
});
