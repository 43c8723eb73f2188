/** What the check says without a pipeline: which services are missing, and which details it expects. */
import { eventByName, type EventName } from "@audit-log/schemas";
import { expect, it } from "vitest";
import { expectedDetails } from "./expected-details.ts";
import { latestEmails } from "./latest-emails.ts";
import { verify } from "./verify.ts";

const expected = (name: EventName, details: Record<string, unknown>) => {
  const event = eventByName(name);
  if (event === undefined) throw new Error(name);
  return expectedDetails(details, event);
};

it("names the services of which the API shows nothing", async () => {
  const nowhere = { url: "http://127.0.0.1:1", token: "none" };
  const { services, faults } = await verify([], nowhere, "none", Date.now());
  expect(services).toEqual({ all: 18, found: 0 });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/shows nothing: billing, block-storage, compute-engine, dns, .*, sqlserver-flex$/);
});

it("expects what was left out as null, at every depth", () => {
  const rules = [{ ruleId: "logs", enabled: true, expirationDays: 14 }];
  expect(expected("object-storage.bucket.lifecycle.update", { bucketName: "b", rules })).toEqual({
    bucketName: "b",
    rules: [
      {
        ruleId: "logs",
        enabled: true,
        prefix: null,
        expirationDays: 14,
        noncurrentExpirationDays: null,
        abortIncompleteUploadDays: null,
      },
    ],
    shortestExpirationDays: null,
    previousShortestExpirationDays: null,
  });
});

it("expects records that a schema only names, lists, maps, and nothing that the schema does not know", () => {
  const kmsKey = { keyRingId: "r", keyId: "k", keyVersion: 4 };
  const { kmsKey: key, labels } = expected("block-storage.volume.create", { kmsKey, labels: { team: "erp" }, more: 1 });
  expect([key, labels]).toEqual([{ ...kmsKey, serviceAccountEmail: null }, { team: "erp" }]);
  expect(expected("block-storage.volume.create", { more: 1 })).not.toHaveProperty("more");
});

it("expects of each initiator the latest e-mail that any event told, a kind apart from the other", () => {
  const scope = { type: "PROJECT", id: "p" } as const;
  const told = (time: number, kind: "USER" | "SERVICE_ACCOUNT", email?: string) => ({
    id: String(time),
    name: "dns.zone.create" as const,
    input: { scope, resource: { id: "r" }, details: {}, eventTime: time, initiator: { kind, id: "ada", email } },
  });
  const emailOf = latestEmails([
    told(3, "USER"),
    told(2, "USER", "new@acme.example"),
    told(1, "USER", "old@acme.example"),
  ]);
  expect(emailOf({ kind: "USER", id: "ada" })).toBe("new@acme.example");
  expect(emailOf({ kind: "SERVICE_ACCOUNT", id: "ada" })).toBeUndefined();
});
