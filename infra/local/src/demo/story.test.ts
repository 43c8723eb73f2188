/** The story as a whole: what a reader of it may rely on, whatever its chapters tell. */
import { DAY_MS, eventByName, productServices, RETENTION_MS } from "@audit-log/schemas";
import { recordingProducer } from "@audit-log/producer-core/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { PROJECTS } from "./cast.ts";
import { publishDemo, type RecordedCall } from "./publish-demo.ts";

/** A moment like any other. */
const NOW = Date.parse("2026-11-20T16:20:00Z");
/** The audit log's own events are nobody's to tell: they come of reading it. */
const SERVICES = productServices();
const SIGN_INS = ["service-account.short-lived-access-token.issue", "iam.session.sign-in"];
const DOCUMENTATION = /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/;

const told = async (now: number): Promise<RecordedCall[]> => {
  await using producer = await recordingProducer({ now: () => now });
  return (await publishDemo(producer.recorder, now)).calls;
};
const serviceOf = ({ name }: RecordedCall) => eventByName(name)?.service ?? name;
const timeOf = ({ input }: RecordedCall) => Number(input.eventTime);
const withoutId = ({ name, input }: RecordedCall) => ({ name, input });

let calls: RecordedCall[];
let today: RecordedCall[];
beforeAll(async () => {
  calls = await told(NOW);
  today = calls.filter((call) => timeOf(call) > NOW - DAY_MS);
});

describe("the story", () => {
  it("has some hundred events", () => {
    expect(calls.length).toBeGreaterThanOrEqual(400);
    expect(calls.length).toBeLessThanOrEqual(500);
    expect(today.length).toBeGreaterThan(calls.length * 0.8);
  });

  it("is the same whenever it is told for the same moment", async () => {
    expect((await told(NOW)).map(withoutId)).toEqual(calls.map(withoutId));
  });

  it("tells the same events at any other moment, and the same ids", async () => {
    const later = await told(NOW + 37 * DAY_MS);
    const ids = ({ input }: RecordedCall) => [input.resource.id, input.correlationId, input.operationId];
    expect(later.map(({ name }) => name)).toEqual(calls.map(({ name }) => name));
    expect(later.filter(({ name }) => !name.startsWith("billing.")).map(ids)).toEqual(
      calls.filter(({ name }) => !name.startsWith("billing.")).map(ids),
    );
  });

  it("lies within the 90 days, and a story told yesterday still does", () => {
    expect(Math.min(...calls.map(timeOf))).toBeGreaterThan(NOW + DAY_MS - RETENTION_MS);
    expect(Math.max(...calls.map(timeOf))).toBeLessThan(NOW);
  });

  it("has at least three events of each of the 18 services in its last day", () => {
    const public_ = today.filter(({ input }) => input.visibility !== "PRIVATE");
    const counts = Map.groupBy(public_, serviceOf);
    expect(SERVICES).toHaveLength(18);
    expect([...counts.keys()].toSorted()).toEqual(SERVICES);
    expect([...counts].filter(([, some]) => some.length < 3).map(([service]) => service)).toEqual([]);
  });

  it("is not dominated by sign-ins", () => {
    expect(today.filter(({ name }) => SIGN_INS.includes(name)).length / today.length).toBeLessThanOrEqual(0.15);
  });

  it("joins every end of a long operation with its start, and every start with its end", () => {
    const ends = calls.flatMap((call) => {
      const startsWith = eventByName(call.name)?.endOf;
      return startsWith === undefined ? [] : [{ call, startsWith }];
    });
    for (const { call, startsWith } of ends) {
      const starts = calls.filter(
        ({ name, input }) => name === startsWith && input.operationId === call.input.operationId,
      );
      expect([call.name, starts.length]).toEqual([call.name, 1]);
      const [start] = starts;
      expect(start?.input).toMatchObject({
        correlationId: call.input.correlationId,
        resource: call.input.resource,
        scope: call.input.scope,
      });
      expect(start && timeOf(start)).toBeLessThan(timeOf(call));
    }
    const joined = calls.flatMap(({ input }) => input.operationId ?? []);
    expect(new Set(joined).size).toBe(ends.length);
    expect(joined).toHaveLength(ends.length * 2);
    expect(ends.length).toBeGreaterThan(20);
  });

  it("has people, service accounts and the platform, successes, failures and denials, and some private ones", () => {
    expect(new Set(today.map(({ input }) => input.initiator?.kind))).toEqual(
      new Set(["USER", "SERVICE_ACCOUNT", "SYSTEM"]),
    );
    expect(new Set(today.map(({ input }) => input.outcome?.result))).toEqual(new Set(["SUCCESS", "FAILURE", "DENIED"]));
    expect(today.filter(({ input }) => input.visibility === "PRIVATE").length).toBeGreaterThan(0);
    expect(PROJECTS.filter(({ id }) => !today.some(({ input }) => input.scope.id === id))).toEqual([]);
  });

  it("has no address but those for documentation", () => {
    const addresses = new Set(calls.flatMap(({ input }) => input.sourceIpAddress ?? []));
    expect([...addresses].filter((address) => !DOCUMENTATION.test(address))).toEqual([]);
  });

  it("has requests with ids of their own", () => {
    const single = calls.flatMap(({ input }) => (input.operationId === undefined ? (input.correlationId ?? []) : []));
    expect(new Set(single).size).toBe(single.length);
  });
});
