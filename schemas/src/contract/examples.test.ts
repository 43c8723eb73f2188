// Examples are read by people and run by every room: they say what a real event would say, and both ends of a long operation fit.
import { describe, expect, test } from "vitest";
import { eventByName } from "../catalogue.ts";
import { OMITTABLE_PARTS, omittedText } from "../omitted.ts";
import { sentenceOf } from "../sentence.ts";
import { writtenExamples, type ExampleText } from "./written-examples.ts";

const examples = writtenExamples();
const byName = new Map(examples.map(({ name, written }) => [name, written]));

function eventTypeOf({ eventName, outcome, initiator }: ExampleText): string | undefined {
  if (outcome.result === "DENIED") return "POLICY_DENIED";
  return initiator.kind === "SYSTEM" ? "SYSTEM_EVENT" : eventByName(eventName)?.eventType;
}

describe.each(examples)("$file", ({ name, domain, written }) => {
  const event = eventByName(written.eventName);

  test("is what its event is", () => {
    expect(written).toMatchObject({
      eventName: name,
      eventType: eventTypeOf(written),
      category: event?.category,
      eventVersion: event?.version,
      eventSource: event?.service,
      severity: written.outcome.result === "FAILURE" ? "ERROR" : "INFO",
      resource: { type: event?.resourceType.replace("{scope}", written.scope.type.toLowerCase()) },
    });
    expect(domain).toBe(event?.domain);
  });

  test("has an id made at its time", () => {
    expect(Number.parseInt(written.id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse(written.eventTime));
  });

  test("fills in its sentence", () => {
    const { initiator, resource, scope, outcome, details } = written;
    const gap = "\0";
    const said = sentenceOf(event ?? { sentence: gap, eventType: "ADMIN_ACTIVITY" }, {
      initiator: initiator.email ?? initiator.id,
      resource: resource.name ?? resource.id,
      scope: scope.id,
      outcome: outcome.result,
      details: Object.fromEntries(Object.entries(details).map(([field, value]) => [field, value === "" ? gap : value])),
    });
    expect(said).not.toMatch(/\0| {2}|[{}]|^ | $/);
  });

  test("shows nothing that is never recorded", () => {
    const { request, result } = written;
    const parts = { "request.body": request?.body, "request.parameters": request?.parameters, result };
    const shown = OMITTABLE_PARTS.filter((part) => event?.omits?.includes(part) && typeof parts[part] === "string");
    expect(shown.map((part) => parts[part])).toEqual(shown.map(omittedText));
  });
});

const ends = examples.filter(({ written }) => eventByName(written.eventName)?.endOf !== undefined);

test.each(ends)("$name joins its start, and lasted from there", ({ written }) => {
  const start = byName.get(eventByName(written.eventName)?.endOf ?? "");
  expect(start?.operationId).toBe(written.operationId);
  expect(typeof written.operationId).toBe("string");
  expect(start?.resource).toEqual(written.resource);
  expect(start?.outcome.result).toBe("SUCCESS");
  const lasted = Date.parse(written.eventTime) - Date.parse(start?.eventTime ?? "");
  expect(written.details).toMatchObject({ durationMs: lasted });
});

test("every example is another event", () => {
  expect(new Set(examples.map(({ written }) => written.id)).size).toBe(examples.length);
});
