// The process: what the other tests leave out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { entry } from "../testing/entries.ts";
import { fakeService, json, type FakeService } from "../testing/fake-service.ts";
import { everyRoute } from "../testing/routes.ts";
import { tokenOf } from "../testing/run-cli.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

const start = (service: FakeService, ...args: string[]) =>
  spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, AUDIT_LOG_URL: service.url, AUDIT_LOG_TOKEN: tokenOf({ sub: "user-1" }) },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function errorsOf(child: ReturnType<typeof start>): Promise<string> {
  let text = "";
  for await (const piece of child.stderr) text += String(piece);
  return text;
}

test("`| head` ends it without a word", async () => {
  const items = Array.from({ length: 1000 }, (_none, index) => entry(`id-${index}`));
  await using service = await fakeService(
    json({ items, cursor: "a", limit: 1000 }),
    json({ items, cursor: "b", limit: 1000 }),
    json({ items, limit: 1000 }),
  );
  const child = start(service, "list", "--project", "p");
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect([await errorsOf(child), await exit]).toEqual(["", [0, null]]);
});

test("Ctrl-C ends it with 130", async () => {
  await using service = await fakeService(everyRoute, () => {});
  const child = start(service, "tail", "--project", "p");
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  child.kill("SIGINT");
  expect(await exit).toEqual([130, null]);
});
