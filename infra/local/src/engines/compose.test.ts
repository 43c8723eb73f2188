/** What can be said of the containers without a Docker daemon: the file is whole, on loopback only, and agrees with the code. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMPOSE_FILE, COMPOSE_PORTS, composeArguments } from "./compose.ts";
import { IMAGES } from "./images.ts";
import { KAFKA, REGISTRY } from "./jars.ts";

const Service = z.object({
  image: z.string(),
  ports: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).optional(),
});
const Compose = z.object({
  services: z.object({ kafka: Service, registry: Service, clickhouse: Service }),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, volumes } = Compose.parse(parse(await readFile(COMPOSE_FILE, "utf8")));

it("publishes the ports that the code names, on loopback only", () => {
  expect(
    Object.entries(services).map(([name, { ports }]) => [name, ports.map((port) => port.split(":").slice(0, 2))]),
  ).toEqual(Object.entries(COMPOSE_PORTS).map(([name, port]) => [name, [["127.0.0.1", String(port)]]]));
  expect(services.kafka.environment["KAFKA_ADVERTISED_LISTENERS"]).toContain(`127.0.0.1:${COMPOSE_PORTS.kafka}`);
});

it("runs the versions of the embedded engines", () => {
  const { kafka, registry, clickhouse } = services;
  expect([kafka.image, registry.image, clickhouse.image]).toEqual([IMAGES.kafka, IMAGES.registry, IMAGES.clickhouse]);
  expect([KAFKA.id, REGISTRY.id]).toEqual(["kafka-4.4.0", "apicurio-registry-3.0.9"]);
});

it("keeps data in named volumes", () => {
  const named = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
    mounts.filter((mount) => /^\w+:/.test(mount)),
  );
  expect(named.map((mount) => mount.split(":")[0])).toEqual(Object.keys(volumes));
});

it("is brought up until it is healthy, and stopped without losing data", () => {
  expect(composeArguments("up").slice(0, 2)).toEqual(["compose", "--file"]);
  expect(composeArguments("up").slice(-4)).toEqual(["up", "--detach", "--wait", "--quiet-pull"]);
  expect(composeArguments("stop").at(-1)).toBe("stop");
});
