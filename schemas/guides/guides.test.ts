// The guides are done as they stand, in a copy: what they promise is there afterwards.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appended, stepsOf } from "./guide-blocks.ts";
import { scratchCopy, type ScratchCopy } from "./scratch-copy.ts";

const guide = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const TIMEOUT_MS = 60_000;

describe("adding an event", () => {
  let copy: ScratchCopy;
  let said: string;

  beforeAll(async () => {
    copy = scratchCopy(process.env["PATH"]);
    said = await copy.follow(guide("adding-an-event.md"));
  }, TIMEOUT_MS);
  afterAll(() => copy[Symbol.dispose]());

  test("its function is there, with its types", { timeout: TIMEOUT_MS }, async () => {
    expect(copy.read("producers/network/src/index.ts")).toContain(
      'zoneLocked: recorder.event<dnsEvents.ZoneLocked>("dns.zone.lock")',
    );
    expect(await copy.typecheck("my-service/lock-zone.ts")).toEqual([]);
    copy.write("my-service/wrong.ts", copy.read("my-service/lock-zone.ts").replace("reason:", "because:"));
    expect(await copy.typecheck("my-service/wrong.ts")).toEqual([
      expect.stringContaining("'because' does not exist in type 'ZoneLocked'"),
    ]);
  });

  test("it is in the catalogue, with its example", () => {
    const page = copy.read("schemas/catalogue/network/dns.md");
    expect(page).toContain("> *initiator* locked the zone *resource* because of *reason*");
    expect(page).toContain("Example: anna.schmidt@example.com locked the zone shop.example.com because of migration");
  });

  test("it is published, and check has nothing to say", () => {
    expect(said).toMatch(/published avro\/published\/network\/\d{4}\.avsc/);
    expect(said).toContain("examples and published versions agree");
    expect(said).toMatch(/^network\/dns .* \d+$/m);
  });

  test("publishing again adds nothing, and what would break somebody is refused", { timeout: TIMEOUT_MS }, async () => {
    expect((await copy.run("npm run schemas:publish")).said).toContain("every version is already published");
    copy.write(
      "schemas/avro/network/dns.avsc",
      copy
        .read("schemas/avro/network/dns.avsc")
        .replace('"reason"', '"cause"')
        .replace("details.reason", "details.cause"),
    );
    await copy.run("npm run schemas:generate");
    const { code, said } = await copy.run("npm run schemas:publish");
    expect(code).toBe(1);
    expect(said).toContain("dns.zone.lock: details.reason is gone, or was renamed to cause. Breaks ");
    expect(said).toContain("nothing was published");
    expect((await copy.run("npm run schemas:check")).said).toContain("details.reason is gone, or was renamed to cause");
  });
});

test("adding a service", { timeout: TIMEOUT_MS }, async () => {
  using copy = scratchCopy(process.env["PATH"]);
  const said = await copy.follow(guide("adding-a-service.md"));
  expect(said).toMatch(/^network\/vpn +1 +1 +0 +0 +0 +1$/m);
  expect(copy.read("schemas/catalogue/README.md")).toContain("[Vpn](network/vpn.md)");
  expect(copy.read("schemas/catalogue/network/vpn.md")).toContain(
    "`POST /v1/projects/{projectId}/gateways` CreateGateway (vpn v1)",
  );
  expect(await copy.typecheck("my-service/create-gateway.ts")).toEqual([]);
});

test("what is missing is told by name", { timeout: TIMEOUT_MS }, async () => {
  using copy = scratchCopy(process.env["PATH"]);
  const [record] = stepsOf(guide("adding-an-event.md"));
  const path = "schemas/avro/network/dns.avsc";
  const addition = record?.kind === "append" ? record.text : "";
  copy.write(path, appended(copy.read(path), addition, path));
  expect((await copy.run("npm run schemas:check")).said).toContain(
    "event dns.zone.lock has no example: network/dns.zone.lock.json is missing",
  );
  copy.write(path, copy.read(path).replace('"dns.zone.lock"', '"dns.zone.padlock"'));
  const { code, said } = await copy.run("npm run schemas:generate");
  expect([code, said]).toEqual([
    1,
    expect.stringContaining("network/dns.avsc: ZoneLocked: padlock is no verb of the contract"),
  ]);
});

test("a block with a path is a file, one of sh is run, and all others only illustrate", () => {
  const steps = stepsOf(
    "a\n```json x/y.json\n1\n```\n```sh\nls\n```\n```ts\nillustration\n```\n```json append z\n2\n```\n",
  );
  expect(steps).toEqual([
    { kind: "write", path: "x/y.json", text: "1\n" },
    { kind: "run", commands: "ls\n" },
    { kind: "append", path: "z", text: "2\n" },
  ]);
  expect(appended("[1]", "2", "z")).toBe("[\n  1,\n  2\n]\n");
  expect(appended("1\n", "2\n", "z.ndjson")).toBe("1\n2\n");
});
