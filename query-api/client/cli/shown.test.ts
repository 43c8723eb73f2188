// Every command line that is shown, in the README and in every help, is run.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fakeService } from "../testing/fake-service.ts";
import { everyRoute } from "../testing/routes.ts";
import { cliUnderTest, tokenOf } from "../testing/run-cli.ts";
import { createProgram } from "./program.ts";

const commands = createProgram(async () => {}).commands.map((command) => command.name());

const inReadme = readFileSync(new URL("../README.md", import.meta.url), "utf8").match(/^audit-log .*/gm) ?? [];

async function inHelp(): Promise<string[]> {
  using cli = cliUnderTest();
  const pages = await Promise.all(["--help", ...commands.map((name) => `${name} --help`)].map((line) => cli.run(line)));
  return pages.flatMap(({ out }) => [...out.matchAll(/^ +\$ (.*)$/gm)].map(([, line]) => line ?? ""));
}

test("each command has examples, and the README shows each", async () => {
  const lines = await inHelp();
  const shown = (line: string) => line.split(" ")[1];
  expect(new Set(lines.map(shown))).toEqual(new Set(commands.filter((name) => name !== "logout")));
  expect(new Set(inReadme.map(shown))).toEqual(
    new Set(commands.filter((name) => !["logout", "config"].includes(name))),
  );
});

test("each line that is shown works", async () => {
  await using service = await fakeService(everyRoute);
  const token = tokenOf({ sub: "user-1" });
  using cli = cliUnderTest({
    env: { AUDIT_LOG_TOKEN: token, AUDIT_LOG_URL: service.url },
    stdin: token,
    // The shown address is nobody's.
    client: {
      fetch: (asked, init) => fetch(new Request(asked).url.replace("https://audit-log.example.com", service.url), init),
    },
  });
  const runFile = join(cli.home, "run.json");
  const organizationId = "2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20";
  writeFileSync(runFile, JSON.stringify({ api: service.url, organizationId, tokens: { auditor: token } }));
  await cli.run(`config --organization ${organizationId}`);

  const failed: object[] = [];
  for (const line of [...inReadme, ...(await inHelp())]) {
    const inHome = line
      .replace(".local/run.json", runFile)
      .replaceAll(/(-o|--cursor-file) (\S+)/g, `$1 ${cli.home}/$2`);
    if (line.includes("--resume"))
      writeFileSync(`${cli.home}/audit.ndjson.part.json`, '{"format":"ndjson","scope":{"type":"project","id":"p"}}');
    const interrupted = new AbortController();
    const isTail = line.includes("tail");
    const ran = await cli.run(line.includes("export ") && !line.includes("--resume") ? `${inHome} --force` : inHome, {
      terminal: line.includes("--output") ? undefined : 80,
      ...(isTail ? { signal: interrupted.signal, onWrite: async () => interrupted.abort() } : {}),
    });
    if (ran.code !== (isTail ? 130 : 0) || ran.out === "") failed.push({ line, ...ran });
  }
  expect(failed).toEqual([]);
});
