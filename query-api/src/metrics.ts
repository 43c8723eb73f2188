// Everything this service measures, each metric defined once. Dashboards and alerts are checked against these definitions.
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { RefusalReason } from "./auth/verify-token.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram<"route" | "status">({
      name: "audit_query_request_seconds",
      help: "Time from a request's headers to the end of its answer, per route and status.",
      labelNames: ["route", "status"],
      buckets: SECONDS,
      registers,
    }),
    querySeconds: new Histogram<"outcome">({
      name: "audit_query_store_seconds",
      help: "Time that the store took for one page of entries, by outcome (ok, failed).",
      labelNames: ["outcome"],
      buckets: SECONDS,
      registers,
    }),
    emailsSeconds: new Histogram<"outcome">({
      name: "audit_query_emails_seconds",
      help: "Time that the store took for those e-mails of one page that were not remembered, by outcome (ok, failed). Fewer than pages: the rest was remembered.",
      labelNames: ["outcome"],
      buckets: SECONDS,
      registers,
    }),
    entriesReturned: new Counter<"version">({
      name: "audit_query_entries_returned_total",
      help: "Entries that were shown, per API version.",
      labelNames: ["version"],
      registers,
    }),
    readersRecorded: new Counter<"event">({
      name: "audit_query_readers_recorded_total",
      help: "Events about readers that were handed to the SDK (viewed, searched, downloaded, refused). Fewer than requests: repeats within a minute are one.",
      labelNames: ["event"],
      registers,
    }),
    recordingProblems: new Counter<"kind" | "reason">({
      name: "audit_query_recording_problems_total",
      help: "What kept events about readers from their topic, by the SDK's kind of problem; event-lost are lost, by reason (buffer-full: broker and spool took no more).",
      labelNames: ["kind", "reason"],
      registers,
    }),
    refusalsUnrecorded: new Counter({
      name: "audit_query_refusals_unrecorded_total",
      help: "Refusals of known readers that no scope's log may have: no role on the scope, and no single organization of their own.",
      registers,
    }),
    issuerKeysOverdueSeconds: new Gauge({
      name: "audit_query_issuer_keys_overdue_seconds",
      help: "For how long the issuer's keys could not be fetched anew, as of the last readiness check; 0: they are fresh. Kept keys are used for a day.",
      registers,
    }),
    rateLimited: new Counter({
      name: "audit_query_rate_limited_total",
      help: "Requests that were turned away because their principal asked more often than it may (REQUESTS_PER_MINUTE).",
      registers,
    }),
    underPressure: new Counter({
      name: "audit_query_under_pressure_total",
      help: "Requests that were turned away because the process was too busy to answer in time.",
      registers,
    }),
    authRefusals: new Counter<"reason">({
      name: "audit_query_auth_refusals_total",
      help: "Requests that were not let through, by reason: a fault of the token, or forbidden, or unknown (no role on the scope).",
      labelNames: ["reason"],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** Values of the label `reason` of authRefusals. */
export type AuthRefusal = RefusalReason | "forbidden" | "unknown";
