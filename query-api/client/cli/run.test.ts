import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entry, PROJECT } from "../testing/entries.ts";
import { BREAK, fakeService, json, problem, stream } from "../testing/fake-service.ts";
import { everyRoute } from "../testing/routes.ts";
import { cliUnderTest, tokenOf } from "../testing/run-cli.ts";
import { PipeClosed } from "./surroundings.ts";

const TOKEN = tokenOf({
  sub: "user-1",
  email: "ada@example.com",
  exp: 1_774_200_000,
  roles: [{ scopeType: "project", scopeId: PROJECT.id, role: "reader" }],
});
const project = `--project ${PROJECT.id}`;
const env = (url: string) => ({ AUDIT_LOG_URL: url, AUDIT_LOG_TOKEN: TOKEN });

test("login keeps address, token and scope, for their owner only, and never shows the token", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest();
  const login = await cli.run(`login --url ${service.url} ${project}`, { stdin: `${TOKEN}\n`, terminal: 80 });
  const rest = await Promise.all(
    ["whoami", "whoami --output json", "config", "config --output json", "list"].map((line) => cli.run(line)),
  );
  expect([login, ...rest].map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(login.out).toContain(`Logged in to ${service.url} as ada@example.com`);
  expect(rest[0]?.out).toContain(`project ${PROJECT.id}: reader`);
  expect(JSON.stringify([login, rest])).not.toContain(TOKEN.split(".")[1]);
  expect(statSync(join(cli.home, ".config/audit-log/profiles.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(cli.home, ".config/audit-log")).mode & 0o777).toBe(0o700);

  expect((await cli.run("logout")).code).toBe(0);
  expect(readFileSync(join(cli.home, ".config/audit-log/profiles.json"), "utf8")).not.toContain(TOKEN);
  expect((await cli.run("list")).code).toBe(3);
});

test.each([
  ["--url http://audit-log.example.com", TOKEN, "https"],
  ["--url nonsense", TOKEN, "no URL"],
  ["--url https://audit-log.example.com", "no token", "standard input holds no token"],
])("login %s is refused", async (flags, stdin, words) => {
  using cli = cliUnderTest();
  const { code, err } = await cli.run(`login ${flags}`, { stdin });
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test("the run file of a local audit log has all that a login needs", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest();
  const path = join(cli.home, "run.json");
  writeFileSync(path, JSON.stringify({ api: service.url, organizationId: PROJECT.id, tokens: { auditor: TOKEN } }));
  expect((await cli.run(`login --run-file ${path}`)).code).toBe(0);
  await cli.run("list");
  expect(service.asked.at(-1)).toBe(
    `/v3/organizations/${PROJECT.id}/entries?include-descendants=true&order=newest-first&limit=500`,
  );
  expect((await cli.run(`login --run-file ${path} --as nobody`)).err).toContain("no token of nobody, but of auditor");
});

test.each([
  [problem(400, "filter, column 3: a field"), 2, "column 3"],
  [problem(401, "token expired"), 3, "audit-log login --help"],
  [problem(403, "permission is missing"), 3, "permission is missing (request request-1)"],
  [problem(404, "not found."), 4, "not yours to read"],
  [json("no", 500), 1, "answered 500"],
])("exit codes say what it was", async (answer, code, words) => {
  await using service = await fakeService(answer);
  using cli = cliUnderTest({ env: env(service.url) });
  expect(await cli.run(`list ${project}`)).toEqual({ code, out: "", err: expect.stringContaining(words) });
});

test.each([
  "lst",
  "list --nonsense",
  "list --project a --folder b",
  "list --since 3x --project a",
  "list",
  "list --columns no --project a",
  "get",
])("%j is not understood", async (line) => {
  using cli = cliUnderTest({ env: env("http://127.0.0.1:1") });
  expect((await cli.run(line)).code).toBe(2);
});

test("a pipe gets everything as lines of JSON; a terminal a screenful in a table of its width", async () => {
  const items = Array.from({ length: 50 }, (_none, index) =>
    entry(`id-${index}`, { sentence: `${"long ".repeat(50)}\u001b[2J` }),
  );
  await using service = await fakeService(json({ items, cursor: "more", limit: 50 }), json({ items, limit: 50 }));
  using cli = cliUnderTest({ env: env(service.url) });
  const piped = await cli.run(`list ${project}`);
  expect(piped.out.trim().split("\n")).toHaveLength(100);

  await using again = await fakeService(json({ items, cursor: "more", limit: 50 }));
  const shown = await cli.run(`list ${project} --utc`, {
    env: { AUDIT_LOG_URL: again.url, NO_COLOR: "1" },
    terminal: 80,
  });
  expect(again.asked).toEqual([expect.stringContaining("limit=50")]);
  const lines = shown.out.trimEnd().split("\n");
  expect(lines).toHaveLength(51);
  expect(lines[0]).toMatch(/^TIME \(UTC\) +OUTCOME +WHAT/);
  expect(lines[1]).toMatch(/^2026-03-21 08:10:14 {2}SUCCESS {2}long long .*…$/);
  expect(Math.max(...lines.map(({ length }) => length))).toBe(80);
  expect(shown.out).not.toContain("\u001b");
  expect(shown.err).toContain("There are more");
});

test("colours are for terminals", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest({ env: env(service.url) });
  expect((await cli.run(`list ${project}`, { terminal: 80 })).out).toContain("\u001b[32m");
  expect((await cli.run(`list ${project} --no-color`, { terminal: 80 })).out).not.toContain("\u001b");
  expect((await cli.run(`list ${project} --output table`)).out).not.toContain("\u001b");
});

test("JSON is one array, CSV has a head, also of nothing", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest({ env: env(service.url) });
  expect(JSON.parse((await cli.run(`list ${project} --output json`)).out)).toHaveLength(2);
  expect((await cli.run(`list ${project} --output csv --columns id,outcome`)).out).toBe(
    "id,outcome\r\n1,SUCCESS\r\n2,SUCCESS\r\n",
  );
  await using empty = await fakeService(json({ items: [], limit: 50 }));
  const none = { env: { AUDIT_LOG_URL: empty.url } };
  expect((await cli.run(`list ${project} --output json`, none)).out).toBe("[]\n");
  expect((await cli.run(`list ${project} --output csv --columns id`, none)).out).toBe("id\r\n");
});

test("whoever closed the pipe has enough, and is told nothing", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest({ env: env(service.url) });
  const onWrite = () => Promise.reject(new PipeClosed("enough"));
  expect(await cli.run(`list ${project}`, { onWrite })).toEqual({ code: 0, out: "", err: "" });
});

test("Ctrl-C ends a tail with 130, and the cursor file says how far it came", async () => {
  await using service = await fakeService(everyRoute, () => {});
  using cli = cliUnderTest({ env: env(service.url) });
  const interrupt = new AbortController();
  const path = join(cli.home, "cursor");
  const running = cli.run(`tail ${project} --cursor-file ${path}`, { signal: interrupt.signal });
  await expect.poll(() => service.asked.length, { timeout: 20_000 }).toBe(2);
  interrupt.abort();
  const { code, out } = await running;
  expect([code, JSON.parse(out).id]).toEqual([130, "1"]);
  expect(readFileSync(path, "utf8")).toBe("c1\n");
  expect(service.headers[1]?.["last-event-id"]).toBe("c1");
});

test("a download that was broken off goes on behind its last whole line", async () => {
  const first = `${JSON.stringify(entry("1"))}\n`;
  await using broken = await fakeService(stream([first, "half", BREAK]));
  using cli = cliUnderTest();
  const path = join(cli.home, "audit.ndjson");
  const failed = await cli.run(`export ${project} --since 7d -o ${path}`, { env: env(broken.url) });
  expect([failed.code, failed.err]).toEqual([1, expect.stringContaining(`--resume -o ${path} goes on`)]);
  expect(readFileSync(`${path}.part`, "utf8")).toBe(first);
  // As a crash would leave it.
  appendFileSync(`${path}.part`, '{"id":"ha');

  await using service = await fakeService(everyRoute);
  expect((await cli.run(`export --resume --since 7d -o ${path}`, { env: env(service.url) })).code).toBe(2);
  const resumed = await cli.run(`export --resume -o ${path}`, { env: env(service.url) });
  const asked = new URL(service.asked[0] ?? "", service.url).searchParams;
  expect(Object.fromEntries(asked)).toEqual({
    start: "2026-03-14T12:00:00.000Z",
    end: "2026-03-21T12:00:00.000Z",
    format: "ndjson",
    after: `2026-03-21T08:10:14.422Z,1,${PROJECT.id}`,
  });
  expect(readFileSync(path, "utf8")).toBe(first + first);
  expect(JSON.parse(resumed.out)).toMatchObject({
    rows: 2,
    bytes: first.length * 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await cli.run(`export ${project} -o ${path}`, { env: env(service.url) })).err).toContain(
    "--force replaces it",
  );
});

test("progress is for terminals", async () => {
  await using service = await fakeService(everyRoute);
  using cli = cliUnderTest({ env: env(service.url) });
  expect((await cli.run(`export ${project} -o ${cli.home}/a`)).err).toBe("");
  expect((await cli.run(`export ${project} -o ${cli.home}/b`, { terminal: 80 })).err).toContain("1 entries");
});
