// The named corpus: every secret in every part of an event, and everything that must stay readable. Leaks are told by name.
import { describe, expect, it } from "vitest";
import { failure, user } from "../index.ts";
import { MEMBERSHIP, roleDeleted } from "../testing/events.ts";
import { memoryRecorder, storedText } from "../testing/memory-recorder.ts";
import { addresses } from "../testing/secrets/addresses.ts";
import { clouds } from "../testing/secrets/clouds.ts";
import { fragments } from "../testing/secrets/fragments.ts";
import { readable, readableObjects } from "../testing/secrets/harmless.ts";
import { headers } from "../testing/secrets/headers.ts";
import { keys } from "../testing/secrets/keys.ts";
import { names, objects } from "../testing/secrets/objects.ts";
import { type Planted, SECRET } from "../testing/secrets/planted.ts";
import { vendors } from "../testing/secrets/vendors.ts";
import { JsonKeys } from "../text/json-key.ts";
import { jsonText } from "../text/json-text.ts";
import { redactEndpoint } from "./endpoint.ts";
import { redactText } from "./redact-text.ts";

type Change = Parameters<typeof roleDeleted>[0];

/** Where a text may stand in an event. */
const positions: Readonly<Record<string, (text: string) => Change>> = {
  details: (text) => ({ details: { roleId: text } }),
  endpoint: (text) => ({ request: { endpoint: text } }),
  method: (text) => ({ request: { endpoint: "/", method: text } }),
  header: (text) => ({ request: { endpoint: "/", headers: { note: text } } }),
  "list of a header": (text) => ({ request: { endpoint: "/", headers: { note: ["a", text] } } }),
  "name of a header": (text) => ({ request: { endpoint: "/", headers: { [text]: "x" } } }),
  parameter: (text) => ({ request: { endpoint: "/", parameters: { note: text } } }),
  body: (text) => ({ request: { endpoint: "/", body: { lines: [{ text }] } } }),
  "key in a body": (text) => ({ request: { endpoint: "/", body: { [text]: 1 } } }),
  "JSON in a body": (text) => ({ request: { endpoint: "/", body: { raw: JSON.stringify({ text }) } } }),
  "JSON in JSON in a body": (text) => ({
    request: { endpoint: "/", body: { raw: JSON.stringify({ q: JSON.stringify({ text }) }) } },
  }),
  "quoted twice in a body": (text) => ({
    request: { endpoint: "/", body: { raw: `x ${JSON.stringify(JSON.stringify(text))}` } },
  }),
  "Map in a result": (text) => ({ result: new Map([["note", text]]) }),
  "cut off in a result": (text) => ({ result: { note: "word ".repeat(13_000) + text, text } }),
  outcome: (text) => ({ outcome: failure(500, text) }),
  "user agent": (text) => ({ userAgent: text }),
  "e-mail": (text) => ({ initiator: user("user-1", text) }),
  "name of the resource": (text) => ({ resource: { id: "role-1", name: text } }),
  correlation: (text) => ({ correlationId: text, operationId: text, traceparent: text }),
  delegation: (text) => ({ delegation: [{ id: "d", email: text }] }),
};

const leaks = (stored: string, secret: string): boolean =>
  stored.includes(secret) || stored.includes(JSON.stringify(secret).slice(1, -1));

const planted: readonly (readonly [name: string, planted: Planted])[] = Object.entries({
  headers,
  keys,
  addresses,
  vendors,
  clouds,
  fragments,
}).flatMap(([group, entries]) => Object.entries(entries).map(([name, entry]) => [`${group}: ${name}`, entry] as const));

describe("no secret leaves the SDK", () => {
  it.each(Object.keys(positions))("in: %s", async (position) => {
    await using subject = await memoryRecorder();
    for (const [, [text]] of planted) subject.record(roleDeleted(positions[position]?.(text)));
    await subject.recorder.flush();
    // One scope, hence in the order of recording.
    const stored = subject.sender.stored(MEMBERSHIP).map(({ value }) => value.toString("utf8"));
    expect(stored).toHaveLength(planted.length);
    const leaking = planted.filter(([, [, secret]], index) => leaks(stored[index] ?? "", secret));
    expect(leaking.map(([name]) => name)).toEqual([]);
  });

  it("in an object", async () => {
    const leaking: string[] = [];
    for (const [name, make] of Object.entries(objects)) {
      await using subject = await memoryRecorder();
      const text = JSON.stringify(make());
      subject.record(
        roleDeleted({
          details: { roleId: text },
          request: { endpoint: "/", headers: { note: text }, parameters: { make: make() }, body: [make()] },
          result: { text, deep: [[make()]] },
        }),
      );
      await subject.oneEvent();
      if (leaks(storedText(subject), SECRET)) leaking.push(name);
    }
    expect(leaking).toEqual([]);
  });

  it("under a name of any spelling", async () => {
    const leaking: string[] = [];
    for (const name of names) {
      await using subject = await memoryRecorder();
      const part = { [name]: SECRET, list: [{ [name]: [SECRET] }] };
      subject.record(
        roleDeleted({
          details: { roleId: `${name}=${SECRET}` },
          request: {
            endpoint: `/x?a=1&${encodeURIComponent(name)}=${SECRET}`,
            headers: { [name]: SECRET, note: `${name}: ${SECRET}` },
            parameters: part,
            body: part,
          },
          result: { note: JSON.stringify(part), broken: JSON.stringify(part).slice(0, -3) },
        }),
      );
      await subject.oneEvent();
      if (leaks(storedText(subject), SECRET)) leaking.push(name);
    }
    expect(leaking).toEqual([]);
  });

  it("and there are hundreds of them", () => {
    expect(new Set(planted.map(([, [text]]) => text)).size).toBe(planted.length);
    for (const [, [text, secret]] of planted) expect(text).toContain(secret);
    expect(planted.length + Object.keys(objects).length + names.length).toBeGreaterThan(400);
  });
});

describe("what happened stays readable", () => {
  const json = (value: unknown): string => jsonText(value, "body", 64 * 1024, [], new JsonKeys());

  it.each(Object.entries(readable))("%s", (_name, text) => {
    expect(redactText(text)).toBe(text);
    expect(redactEndpoint(text)).toBe(text);
    expect(json({ note: text, lines: [text] })).toBe(JSON.stringify({ note: text, lines: [text] }));
  });

  it.each(Object.entries(readableObjects))("%s", (_name, object) => {
    expect(json(object)).toBe(JSON.stringify(object));
    expect(json({ text: JSON.stringify(object) })).toBe(JSON.stringify({ text: JSON.stringify(object) }));
  });

  it("and there are enough of them to tell", () => {
    expect(Object.keys(readable).length + Object.keys(readableObjects).length).toBeGreaterThan(80);
  });
});
