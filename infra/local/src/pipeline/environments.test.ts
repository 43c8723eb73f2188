// What the programs are told must be what they read: the two lists of variables are held against each other.
import { readEnvironment } from "@audit-log/schemas/environment";
import { readKafkaAddress, readRegistryAddress } from "@audit-log/schemas/kafka";
import { expect, test } from "vitest";
import { logEnvironment } from "./environments.ts";

test.each([
  [{ kafka: { brokers: ["a:9092"], tls: false }, registry: { url: "http://r" } }],
  [
    {
      kafka: {
        brokers: ["a:9092", "b:9093"],
        tls: true,
        sasl: { mechanism: "plain", username: "u", password: "p" },
      },
      registry: { url: "https://r/apis", username: "ru", password: "rp" },
    } as const,
  ],
  [
    {
      kafka: {
        brokers: ["a:9092"],
        tls: { ca: import.meta.filename, cert: import.meta.filename, key: import.meta.filename },
      },
      registry: { url: "https://r", token: "t", tls: { ca: import.meta.filename } },
    },
  ],
])("%j reaches the program as it is", (addresses) => {
  const env = logEnvironment(addresses);
  const read = readEnvironment(env, (reader) => ({
    kafka: readKafkaAddress(reader),
    registry: readRegistryAddress(reader),
  }));
  expect(read).toEqual(addresses);
});
