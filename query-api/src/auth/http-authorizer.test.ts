// The contract over HTTP, and everything a service can do wrong: none of it grants.
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AuthorizerUnavailable } from "./authorize.ts";
import { authorizerContract } from "./authorizer.contract.ts";
import { claimsAuthorizer } from "./claims-authorizer.ts";
import { httpAuthorizer } from "./http-authorizer.ts";
import type { RoleAssignment } from "./principal.ts";

const scopeSchema = z.strictObject({ type: z.enum(["ORGANIZATION", "FOLDER", "PROJECT"]), id: z.string() });
const questionSchema = z.strictObject({
  subject: z.string(),
  permission: z.literal("audit-log.entry.get"),
  scope: scopeSchema,
  ancestors: z.array(scopeSchema),
});

const { signal } = new AbortController();
const project = { type: "PROJECT", id: "p" } as const;
const organization = { type: "ORGANIZATION", id: "o" } as const;

/** A service that knows roles by subject, unless a test answers in its place. */
let server: Server;
let url: URL;
const roles = new Map<string, readonly RoleAssignment[]>();
const asked: { authorization: string | undefined; question: z.infer<typeof questionSchema> }[] = [];
let misbehave: ((response: ServerResponse) => void) | undefined;

async function decide(body: string): Promise<string> {
  const question = questionSchema.parse(JSON.parse(body));
  const { subject, scope, ancestors } = question;
  const principal = { subject, email: undefined, roles: roles.get(subject) ?? [] };
  return JSON.stringify(await claimsAuthorizer.access(principal, scope, ancestors, signal));
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { authorization } = request.headers;
      asked.push({ authorization, question: questionSchema.parse(JSON.parse(body)) });
      // Where a redirect leads: must never be asked.
      if (request.url === "/elsewhere") response.end('{"access":"granted"}');
      else if (misbehave === undefined) response.end(await decide(body));
      else misbehave(response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = new URL(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/authorize`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  roles.clear();
  asked.length = 0;
  misbehave = undefined;
});

authorizerContract(() => ({
  authorizer: httpAuthorizer({ url, now: () => 0 }),
  give: (subject, held) => void roles.set(subject, held),
}));

const ada = { subject: "ada", email: "ada@example.com", roles: [] };
const ask = (authorizer = httpAuthorizer({ url, now: () => 0 })) =>
  authorizer.access(ada, project, [organization], signal);

test("the service hears who asks for what, and nothing else", async () => {
  await ask(httpAuthorizer({ url, token: "s3cret", now: () => 0 }));
  await ask();
  const question = {
    subject: "ada",
    permission: "audit-log.entry.get",
    scope: { type: "PROJECT", id: "p" },
    ancestors: [{ type: "ORGANIZATION", id: "o" }],
  };
  expect(asked).toEqual([
    { authorization: "Bearer s3cret", question },
    { authorization: undefined, question },
  ]);
});

test("a service that does not speak of visibilities grants what tenants see", async () => {
  misbehave = (response) => void response.end('{"access":"granted","reason":"because"}');
  expect(await ask()).toEqual({ access: "granted", visibilities: ["PUBLIC"] });
});

describe("what is no clear answer is no answer", () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ["an error", (response) => response.writeHead(500).end('{"access":"granted"}')],
    ["a refusal of us", (response) => response.writeHead(401).end('{"access":"granted"}')],
    ["another success", (response) => response.writeHead(201).end('{"access":"granted"}')],
    ["a redirect", (response) => response.writeHead(307, { location: "/elsewhere" }).end()],
    ["nothing", (response) => response.end()],
    ["a page", (response) => response.end("<html>granted</html>")],
    ["a word", (response) => response.end('"granted"')],
    ["yes", (response) => response.end('{"access":true}')],
    ["another word", (response) => response.end('{"access":"GRANTED"}')],
    ["no visibility", (response) => response.end('{"access":"granted","visibilities":[]}')],
    ["a visibility that is none", (response) => response.end('{"access":"granted","visibilities":["SECRET"]}')],
    ["too much", (response) => response.end(`{"access":"granted","padding":"${"x".repeat(5_000)}"}`)],
    ["half of it", (response) => void (response.write('{"access":"gran'), response.destroy())],
    ["a closed connection", (response) => response.destroy()],
  ])("%s", async (_name, answer) => {
    misbehave = answer;
    await expect(ask()).rejects.toBeInstanceOf(AuthorizerUnavailable);
  });

  test("silence", async () => {
    misbehave = () => {};
    const started = performance.now();
    await expect(ask()).rejects.toBeInstanceOf(AuthorizerUnavailable);
    expect(performance.now() - started).toBeGreaterThan(1_900);
  });

  test("a service that is away, whose fault is not remembered", async () => {
    const authorizer = httpAuthorizer({ url, now: () => 0 });
    misbehave = (response) => response.destroy();
    await expect(ask(authorizer)).rejects.toBeInstanceOf(AuthorizerUnavailable);
    misbehave = undefined;
    expect(await ask(authorizer)).toEqual({ access: "unknown" });
  });
});

test("an answer is remembered for 5 seconds, for this question alone", async () => {
  let now = 1_000;
  const authorizer = httpAuthorizer({ url, now: () => now });
  roles.set("ada", [{ scopeType: "PROJECT", scopeId: "p", role: "reader" }]);
  expect(await ask(authorizer)).toMatchObject({ access: "granted" });
  roles.clear();
  now += 4_999;
  expect(await ask(authorizer)).toMatchObject({ access: "granted" });
  expect(asked).toHaveLength(1);
  const bob = { ...ada, subject: "bob" };
  expect(await authorizer.access(bob, project, [organization], signal)).toEqual({ access: "unknown" });
  expect(await authorizer.access(ada, project, [], signal)).toEqual({ access: "unknown" });
  now += 2;
  expect(await ask(authorizer)).toEqual({ access: "unknown" });
});

test("what is remembered is bounded", async () => {
  misbehave = (response) => void response.end('{"access":"unknown"}');
  const authorizer = httpAuthorizer({ url, now: () => 0 });
  const long = "x".repeat(300_000);
  const subjects = Array.from({ length: 20 }, (_none, index) => `${index}${long}`);
  // By length here: 4 million characters are fewer than 20 of these.
  for (const subject of subjects) await authorizer.access({ ...ada, subject }, project, [], signal);
  await authorizer.access({ ...ada, subject: subjects[19] ?? "" }, project, [], signal);
  expect(asked).toHaveLength(20);
  await authorizer.access({ ...ada, subject: subjects[0] ?? "" }, project, [], signal);
  expect(asked).toHaveLength(21);
});
