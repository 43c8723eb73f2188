// Parts that an event never records: not a byte of them leaves compose(), whatever they are.
import { type CatalogueEvent, eventByName } from "@audit-log/schemas";
import { describe, expect, it } from "vitest";
import { roleDeleted } from "../testing/events.ts";
import { JsonKeys } from "../text/json-key.ts";
import { compose } from "./compose.ts";

const known = eventByName("membership.role.delete");
if (known === undefined) throw new Error("the event is gone");
const stamp = { id: Buffer.alloc(16), now: 0, region: "eu01", producerId: "producer-1" };

const composed = (omits: CatalogueEvent["omits"], changes: object = {}) => {
  const part = { harmless: "by name", list: ["material"] };
  const input = roleDeleted({ request: { endpoint: "/", parameters: part, body: part }, result: part, ...changes });
  const { omits: _none, ...event } = known;
  return compose(omits === undefined ? event : { ...event, omits }, input, stamp, new JsonKeys(), undefined);
};

describe("a part that an event omits", () => {
  it.each([["request.body"], ["request.parameters"], ["result"]])("%s is replaced, the others stay", (part) => {
    const { request, result, truncations } = composed([part]);
    const parts = { "request.body": request?.body, "request.parameters": request?.parameters, result };
    const whole = '{"harmless":"by name","list":["material"]}';
    expect(parts).toEqual({
      "request.body": whole,
      "request.parameters": whole,
      result: whole,
      [part]: `{"omitted":"this operation's ${part} is never recorded"}`,
    });
    expect(truncations).toEqual([]);
  });

  it("is not looked into", () => {
    const unreadable = new Proxy({}, { ownKeys: () => expect.fail("it was read") });
    expect(composed(["result"], { result: unreadable }).result).toContain("omitted");
  });

  it("stays away where it was not given", () => {
    expect(composed(["request.body", "result"], { request: { endpoint: "/" }, result: undefined })).toMatchObject({
      request: { body: null },
      result: null,
    });
  });
});
