// What every Recording promises, as a suite: one event for what it is told, with all that was told and nothing else.
import { describe, expect, test } from "vitest";
import { download, NOW, refusal, search, view } from "./testing/told-examples.ts";
import type { Recording } from "./recording.ts";

export interface RecordingUnderTest {
  recording: Recording;
  /** In the order of recording. */
  events: () => Promise<readonly object[]>;
}

const request = { endpoint: view.reader.endpoint, method: "GET" };
const reader = { sourceIpAddress: "192.0.2.7", userAgent: "curl/8.11.0", correlationId: "request-1" };
const initiator = { kind: "USER", id: "user-1", email: "ada@example.com" };

export function recordingContract(open: () => Promise<RecordingUnderTest>): void {
  describe("a recording", () => {
    test("tells of a view: who, where, from where, how much; once", async () => {
      const { recording, events } = await open();
      recording.viewed(view);
      const recorded = await events();
      expect(recorded).toMatchObject([
        {
          ...reader,
          eventName: "audit-log.entry.read",
          eventTime: NOW,
          scope: view.scope,
          resource: { id: view.scope.id },
          initiator,
          request,
          outcome: { result: "SUCCESS", statusCode: 200 },
        },
      ]);
      expect(Object(recorded[0]).details).toEqual({
        apiVersion: "v3",
        viewKind: "list",
        entryId: null,
        periodStartAt: 1_000,
        periodEndAt: 2_000,
        limit: 50,
        includesDescendants: false,
        rows: 7,
        answerBytes: 4_321,
        reads: 1,
        firstReadAt: NOW,
      });
    });

    test("tells of a search and its filter, at most 2,048 characters of it", async () => {
      const { recording, events } = await open();
      recording.searched(search);
      recording.searched({ ...search, filter: "x ".repeat(9_000) });
      recording.searched({ ...search, filter: undefined, kind: "insights" });
      const [found, long, without] = await events();
      expect(found).toMatchObject({ details: { searchKind: "list", filter: "service=dns", rows: 7, reads: 1 } });
      expect(Object(long).details.filter).toBe("x ".repeat(1_024));
      expect(without).toMatchObject({ details: { searchKind: "insights", filter: null } });
    });

    test("tells of a download, and whether it was whole", async () => {
      const { recording, events } = await open();
      recording.downloaded(download);
      recording.downloaded({ ...download, complete: false, status: 499, rows: 3, bytes: undefined });
      expect(await events()).toMatchObject([
        { outcome: { result: "SUCCESS" }, details: { format: "csv", complete: true, rows: 7, answerBytes: 4_321 } },
        {
          outcome: { result: "FAILURE", statusCode: 499, message: "the reader hung up" },
          details: { complete: false, rows: 3, answerBytes: null },
        },
      ]);
    });

    test("tells of a read that failed, with its status", async () => {
      const { recording, events } = await open();
      recording.viewed({ ...view, status: 503, rows: 0, window: undefined, limit: undefined });
      expect(await events()).toMatchObject([
        {
          outcome: { result: "FAILURE", statusCode: 503, message: "Service Unavailable" },
          details: { rows: 0, periodStartAt: null, periodEndAt: null, limit: null },
        },
      ]);
    });

    test("tells of a refusal: what was asked for, in the log that may have it", async () => {
      const { recording, events } = await open();
      recording.refused(refusal);
      recording.refused({
        ...refusal,
        scope: { type: "ORGANIZATION", id: "own" },
        status: 404,
        reason: "unknown",
        reads: 3,
        attempted: { type: "FOLDER", ids: ["a", "b"] },
      });
      expect(await events()).toMatchObject([
        {
          eventName: "audit-log.entry.deny",
          scope: refusal.scope,
          resource: { id: refusal.scope.id },
          outcome: { result: "DENIED", statusCode: 403 },
          details: { permission: "audit-log.entry.get", reason: "missing-permission", attempts: 1 },
        },
        {
          scope: { type: "ORGANIZATION", id: "own" },
          resource: { id: "a" },
          outcome: { result: "DENIED", statusCode: 404 },
          details: { reason: "no-role", attempts: 3, attemptedScopeType: "FOLDER", attemptedScopeIds: ["a", "b"] },
        },
      ]);
    });

    test("knows service accounts by their e-mail, and takes readers of whom little is known", async () => {
      const { recording, events } = await open();
      const robot = { ...view.reader, email: "siem-k3v8n@SA.stackit.cloud" };
      recording.viewed({ ...view, reader: robot });
      const bare = { ...view.reader, email: undefined, sourceIpAddress: undefined, userAgent: undefined };
      recording.viewed({ ...view, reader: bare });
      const [first, second] = await events();
      expect(first).toMatchObject({ initiator: { kind: "SERVICE_ACCOUNT", email: robot.email } });
      expect(second).toMatchObject({ initiator: { kind: "USER", id: "user-1" } });
    });
  });
}
