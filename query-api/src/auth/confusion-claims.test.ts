// JWT confusion, by what a token says: headers, claims and shapes, most of them signed by the issuer itself. Algorithms and keys: confusion.test.ts.
import { beforeAll, describe, expect, test } from "vitest";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer } from "../../test/issuer.ts";
import { tokenVerifier, type RefusalReason, type TokenVerifier } from "./verify-token.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00Z");
const seconds = now() / 1000;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const good = { iss: ISSUER, aud: AUDIENCE, sub: "user-1", exp: seconds + 3600, roles: [] };

let issuer: TestIssuer;
let verify: TokenVerifier;

beforeAll(async () => {
  issuer = await createIssuer(now);
  verify = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: issuer.keySet, now });
});

const refused = (reason: RefusalReason) => ({ outcome: "refused", reason });

/** By the issuer itself, whatever it is told. */
const signed = (payload: unknown, header: object = {}): Promise<string> =>
  issuer.sign({ alg: "ES256", kid: "ES256", typ: "at+jwt", ...header }, payload);

describe("headers", () => {
  test.each<[string, object, RefusalReason]>([
    ["an extension that must be understood", { crit: ["exp"], exp: 1 }, "algorithm"],
    [
      "an extension of our name",
      { crit: ["http://example.com/UNDEFINED"], "http://example.com/UNDEFINED": true },
      "algorithm",
    ],
    ["an empty list of extensions", { crit: [] }, "malformed"],
    ["extensions that are no list", { crit: "b64" }, "malformed"],
    ["an unencoded payload", { crit: ["b64"], b64: false }, "malformed"],
  ])("%s", async (_name, header, reason) => {
    expect(await verify(`Bearer ${await signed(good, header)}`)).toEqual(refused(reason));
  });

  test.each<[unknown, boolean]>([
    ["at+jwt", true],
    ["AT+JWT", true],
    ["application/at+jwt", true],
    ["JWT", false],
    ["id+jwt", false],
    ["dpop+jwt", false],
    ["logout+jwt", false],
    ["secevent+jwt", false],
    ["at+jwt ", false],
    ["at+jwt+x", false],
    ["application/application/at+jwt", false],
    ["", false],
    [undefined, false],
    [7, false],
    [["at+jwt"], false],
  ])("the type %j", async (typ, isAccepted) => {
    const token = await signed(good, { typ });
    expect(await verify(`Bearer ${token}`)).toMatchObject(isAccepted ? { outcome: "verified" } : refused("type"));
  });

  test("other types where the operator says so; a token without one is a JWT", async () => {
    const types = ["at+jwt", "JWT"];
    const lenient = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: issuer.keySet, now, types });
    for (const typ of ["JWT", "jwt", "at+jwt", undefined])
      expect(await lenient(`Bearer ${await signed(good, { typ })}`)).toMatchObject({
        outcome: "verified",
      });
    expect(await lenient(`Bearer ${await signed(good, { typ: "id+jwt" })}`)).toEqual(refused("type"));
  });
});

describe("claims", () => {
  test.each<[string, object, RefusalReason]>([
    ["an audience that begins like ours", { aud: `${AUDIENCE}-2` }, "claims"],
    ["an audience in other case", { aud: AUDIENCE.toUpperCase() }, "claims"],
    ["audiences without ours", { aud: ["billing", "dns"] }, "claims"],
    ["an audience that is an object", { aud: { [AUDIENCE]: true } }, "claims"],
    ["no audience", { aud: undefined }, "claims"],
    ["an issuer with a slash more", { iss: `${ISSUER}/` }, "claims"],
    ["an issuer that begins like ours", { iss: `${ISSUER}.evil.example` }, "claims"],
    ["a list of issuers", { iss: [ISSUER] }, "claims"],
    ["no issuer", { iss: undefined }, "claims"],
    ["an end 31 seconds ago", { exp: seconds - 31 }, "expired"],
    ["an end that is text", { exp: String(seconds + 3600) }, "claims"],
    ["an end that is no number", { exp: null }, "claims"],
    ["a beginning 31 seconds from now", { nbf: seconds + 31 }, "claims"],
    ["a beginning that is text", { nbf: "0" }, "claims"],
    ["a subject that is a number", { sub: 1 }, "claims"],
    ["a subject that is far too long", { sub: "x".repeat(256) }, "claims"],
  ])("%s", async (_name, claims, reason) => {
    expect(await verify(`Bearer ${await signed({ ...good, ...claims })}`)).toEqual(refused(reason));
  });

  test.each<[string, object]>([
    ["ours among others", { aud: ["billing", AUDIENCE] }],
    ["a beginning 29 seconds from now", { nbf: seconds + 29 }],
  ])("%s is good", async (_name, claims) => {
    expect(await verify(`Bearer ${await signed({ ...good, ...claims })}`)).toMatchObject({ outcome: "verified" });
  });

  test.each([
    [{ scopeType: "platform", role: "audit-log.operator", scopeId: "o" }, [{ scopeType: "PLATFORM", scopeId: "" }]],
    [{ scopeType: "PLATFORM", role: "audit-log.operator" }, []],
    [{ scopeType: "organization", scopeId: "", role: "owner" }, []],
    [{ scopeType: "organization", role: "owner" }, []],
    [{ scopeType: "organization", scopeId: ["o"], role: "owner" }, []],
    [{ scopeType: "__proto__", scopeId: "o", role: "owner" }, []],
    [{ scopeType: "constructor", scopeId: "o", role: "owner" }, []],
  ])("the role %j", async (role, roles) => {
    const answer = await verify(`Bearer ${await signed({ ...good, roles: [role] })}`);
    expect(answer).toMatchObject({ outcome: "verified", principal: { roles } });
  });
});

describe("shapes", () => {
  test.each([
    "Bearer  ",
    "bearer",
    "Bearer a.b",
    "Bearer a.b.c.d",
    "Bearer a.b.c.d.e",
    'Bearer {"payload":""}',
    "Bearer ..",
    "Bearer a.b.c, Bearer d.e.f",
    "Bearer a.b.c=",
    "Bearer\ta.b.c",
    "DPoP a.b.c",
  ])("%j", async (header) => {
    expect(await verify(header)).toEqual(refused("malformed"));
  });

  test("a token that is far too long is refused before it is looked at", async () => {
    const long = `Bearer ${"a".repeat(5_000_000)}.b.c`;
    const started = process.threadCpuUsage();
    expect(await verify(long)).toEqual(refused("malformed"));
    // CPU of this thread, in microseconds.
    const { user, system } = process.threadCpuUsage(started);
    expect(user + system).toBeLessThan(50_000);
  });

  test("JSON that is deep, or no object", async () => {
    const deep = Buffer.from(`{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`).toString("base64url");
    for (const header of [deep, part([]), part(null), part("x"), Buffer.from("{").toString("base64url")])
      expect(await verify(`Bearer ${header}.${part(good)}.AAAA`)).toEqual(refused("malformed"));
  });
});
