import { describe, expect, it } from "vitest";
import { failure, project, user } from "../index.ts";
import { roleDeleted } from "../testing/events.ts";
import { memoryRecorder, storedText } from "../testing/memory-recorder.ts";
import { harmlessObjects, secretObjects } from "../testing/secret-objects.ts";
import { harmlessNames, harmlessTexts, SECRET, secretNames, secretTexts } from "../testing/secrets.ts";
import { redactText } from "./redact-text.ts";
import { isSecretName } from "./secret-names.ts";

describe("a secret by its name", () => {
  it.each(secretNames)("%s leaves the SDK in no part of the event", async (name) => {
    await using subject = await memoryRecorder();
    const part = { [name]: SECRET, nested: [{ [name]: { deep: SECRET } }, { name, value: SECRET }] };
    subject.record(
      roleDeleted({
        request: {
          endpoint: `/v1/x?a=1&${encodeURIComponent(name)}=${SECRET}`,
          headers: { [name]: SECRET },
          parameters: part,
          body: part,
        },
        result: part,
      }),
    );
    const event = await subject.oneEvent();
    expect(storedText(subject)).not.toContain(SECRET);
    expect(event.request?.body).toContain("[redacted]");
  });

  it.each(harmlessNames)("%s is none", (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it("keeps null and booleans, which say something and give nothing away", async () => {
    await using subject = await memoryRecorder();
    subject.record(roleDeleted({ result: { password: null, resetPassword: true, secretName: "db-main" } }));
    expect((await subject.oneEvent()).result).toBe('{"password":null,"resetPassword":true,"secretName":"db-main"}');
  });
});

describe("a secret by its shape", () => {
  it.each(secretTexts)("%j leaves the SDK in no part of the event", async (text, secret) => {
    await using subject = await memoryRecorder();
    subject.record(
      roleDeleted({
        details: { roleId: text },
        request: {
          endpoint: "/v1/x",
          method: text,
          headers: { note: text, [text]: "x" },
          parameters: { note: text },
          body: { lines: [text], [text]: 1 },
        },
        result: { note: text },
        outcome: failure(500, text),
        userAgent: text,
        initiator: user("user-1", text),
        resource: { id: "role-1", name: text },
        correlationId: text,
        operationId: text,
        delegation: [{ id: "d", email: text }],
      }),
    );
    await subject.oneEvent();
    expect(storedText(subject)).not.toContain(secret);
    expect(storedText(subject)).not.toContain(JSON.stringify(secret).slice(1, -1));
  });

  it.each(harmlessTexts)("%j is none", (text) => {
    expect(redactText(text)).toBe(text);
  });
});

it("stays in ids, unless they are URLs with a password", async () => {
  await using subject = await memoryRecorder();
  subject.record(roleDeleted({ scope: project("token=abcdef"), resource: { id: "password:abcdef" } }));
  subject.record(roleDeleted({ resource: { id: `postgres://app:${SECRET}@db/orders` } }));
  await subject.recorder.flush();
  const [plain, url] = subject.events();
  expect(plain).toMatchObject({ scope: { id: "token=abcdef" }, resource: { id: "password:abcdef" } });
  expect(url).toMatchObject({ resource: { id: "postgres://app:[redacted]@db/orders" } });
});

describe("a secret by its neighbours", () => {
  it.each(secretObjects)("%j leaves the SDK in no part of the event", async (object) => {
    await using subject = await memoryRecorder();
    const parts = { plain: object, text: JSON.stringify(object) };
    const headers = { note: parts.text };
    subject.record(
      roleDeleted({
        details: { roleId: parts.text },
        request: { endpoint: "/", headers, parameters: parts, body: [object] },
        result: parts,
      }),
    );
    await subject.oneEvent();
    expect(storedText(subject)).not.toContain(SECRET);
  });

  it.each(harmlessObjects)("%j is none", async (object) => {
    await using subject = await memoryRecorder();
    subject.record(roleDeleted({ result: object }));
    expect((await subject.oneEvent()).result).toBe(JSON.stringify(object));
  });
});

describe("hostile text", () => {
  const hostile = [
    "a",
    "=",
    ":",
    "://",
    "://a:",
    "password=",
    'password="',
    "eyJ",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ",
    "bearer ",
    "LS0tLS1CRUdJTi",
    "basic aaaaaa",
    '\\"',
    "token:\\",
    "@",
    " ",
    "Password = '",
    "a=b&",
    'secret\\\\\\\\"',
    "--password ",
    "<password ",
    "password: |\n ",
    "password:\n- ",
    "a:a@tcp(",
    " -u a:",
    "[",
    '["password",',
    "%253D",
  ];
  it.each(hostile)("of 10 MB made of %j is cut before it is looked at", async (text) => {
    await using subject = await memoryRecorder();
    const long = text.repeat(Math.ceil(10_000_000 / text.length));
    const started = performance.now();
    subject.record(
      roleDeleted({
        details: { roleId: long },
        request: { endpoint: long, body: { long }, headers: { long } },
        userAgent: long,
      }),
    );
    // Generous: the quadratic would take minutes.
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await subject.oneEvent()).truncations?.map(({ part }) => part)).toContain("request.body");
  });

  it("is redacted also where the cut goes through the secret", async () => {
    for (let before = 65_400; before < 65_600; before += 7) {
      await using subject = await memoryRecorder();
      const secret = "s3cr3t".repeat(2_000);
      subject.record(
        roleDeleted({
          result: { x: "a".repeat(before - 20), y: `https://user:${secret}@host`, z: `Bearer ${secret}` },
        }),
      );
      subject.record(roleDeleted({ result: { x: `${"a ".repeat(before / 2 - 20)} https://user:${secret}` } }));
      await subject.recorder.flush();
      expect(storedText(subject)).not.toContain("s3cr3t");
    }
  });
});
