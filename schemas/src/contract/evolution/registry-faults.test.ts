// What check says of a registry, and that a registry is asked as the Confluent API has it.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { registrySubjects, type RegistrySubjects } from "../../registry-subjects.ts";
import { addPublished } from "./published.ts";
import { registryFaults } from "./registry-faults.ts";
import { cart, domainOf, shop } from "./shop.ts";

/** A registry that holds schemas by their text. */
const registry: { versions: string[]; own: string | undefined; refusesLevel: boolean } = {
  versions: [],
  own: undefined,
  refusesLevel: false,
};
const folder = mkdtempSync(join(tmpdir(), "audit-published-"));
const server = createServer((request, response) => {
  void answer(request).then(([status, body]) => response.writeHead(status).end(JSON.stringify(body)));
});
let subjects: RegistrySubjects;

async function answer(request: IncomingMessage): Promise<[number, object]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: Record<string, string> = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
  const unknown: [number, object] = [404, { error_code: 40401, message: "not found" }];
  switch (`${request.method} ${request.url}`) {
    case "GET /config":
      return [200, { compatibilityLevel: "BACKWARD" }];
    case "GET /config/t.shop-value":
      return registry.own === undefined ? unknown : [200, { compatibilityLevel: registry.own }];
    case "PUT /config/t.shop-value":
      if (!registry.refusesLevel) registry.own = body["compatibility"];
      return [200, body];
    case "GET /subjects/t.shop-value/versions/latest":
      return registry.versions.length === 0 ? unknown : [200, { version: registry.versions.length, id: 7 }];
    case "POST /subjects/t.shop-value": {
      const version = registry.versions.indexOf(body["schema"] ?? "") + 1;
      return version === 0 ? unknown : [200, { version, id: 7 }];
    }
    default:
      return [500, { message: "not known here" }];
  }
}

const bigger = () => {
  const edited = shop();
  edited.events.push({ ...cart, name: "CartSold", eventName: "shop.cart.sell" });
  return domainOf(edited);
};
const working = domainOf(shop());
const textOf = ({ schema }: typeof working): string => JSON.stringify(schema);
const faults = (domain = working) => registryFaults([domain], subjects, "t", folder);

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  subjects = registrySubjects({ url: `http://127.0.0.1:${port}` });
  addPublished(working, folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  Object.assign(registry, { versions: [textOf(working)], own: "BACKWARD_TRANSITIVE", refusesLevel: false });
});

test("a registry that is as it should be", async () => {
  expect(await faults()).toEqual([]);
});

test("a subject that it lacks", async () => {
  registry.versions = [];
  expect(await faults()).toEqual([
    "t.shop-value: the registry does not know it, so SDKs of shop do not start: run npm run schemas:publish",
  ]);
});

test("an older version", async () => {
  expect(await faults(bigger())).toEqual([
    "t.shop-value: the registry's newest version is published/shop/0001.avsc, so SDKs with the working copy do not start: run npm run schemas:publish",
  ]);
});

test("a version from elsewhere", async () => {
  registry.versions = ['"string"'];
  expect(await faults()).toEqual([
    "t.shop-value: the registry's newest version (1) is none of avro/published/shop: it was published from elsewhere; find out by whom",
  ]);
});

test("a registry that is ahead", async () => {
  registry.versions.push('"string"');
  expect(await faults()).toEqual([
    "t.shop-value: the registry is ahead: its newest version is 2, the working copy is version 1: pull before you publish",
  ]);
});

test.each(["NONE", "FULL", undefined])("the compatibility level %s", async (level) => {
  registry.own = level;
  expect(await faults()).toEqual([
    `t.shop-value: the registry's compatibility level is ${level ?? "BACKWARD"}, not BACKWARD_TRANSITIVE: it would take a schema that breaks workers, or refuse a new event: run npm run schemas:publish`,
  ]);
  await subjects.setLevel("t.shop-value");
  expect(await faults()).toEqual([]);
});

test("a level that does not hold is not taken for granted", async () => {
  Object.assign(registry, { own: "NONE", refusesLevel: true });
  await expect(subjects.setLevel("t.shop-value")).rejects.toThrow("took BACKWARD_TRANSITIVE and answers NONE");
});

test("a registry that is away, or is none", async () => {
  const away = registrySubjects({ url: "http://127.0.0.1:1" });
  await expect(registryFaults([working], away, "t", folder)).rejects.toThrow("the registry does not answer");
  await expect(subjects.newest("other")).rejects.toThrow("with 500: not known here");
});
