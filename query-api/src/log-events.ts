// Everything this service logs, each event defined once. Never a token, never a query string: they may hold what a person searched for.
import type { FastifyBaseLogger } from "fastify";

type Level = "debug" | "info" | "warn" | "error";

/** A log event: called with a logger and its fields. `meaning` says when it is written. */
function logEvent<Fields extends object>(level: Level, name: string, meaning: string) {
  const write = (log: FastifyBaseLogger, fields: Fields): void => {
    const line: object = { event: name, ...fields };
    log[level](line, name);
  };
  return Object.assign(write, { level, event: name, meaning });
}

export const listening = logEvent<{ address: string }>(
  "info",
  "listening",
  "The service answers requests at this address.",
);
export const stopping = logEvent<{ reason: string }>(
  "info",
  "stopping",
  "The service takes no new connections and finishes what it has begun.",
);
export const stopped = logEvent<{ clean: boolean }>(
  "info",
  "stopped",
  "The service ends; clean is false where requests had to be abandoned.",
);

interface Answer {
  method: string;
  route: string;
  path: string;
  status: number;
  ms: number;
}

export const requestAnswered = logEvent<Answer>("info", "request answered", "A request was answered.");
export const probeAnswered = logEvent<Answer>("debug", "probe answered", "A probe or a scrape was answered.");
export const tokenRefused = logEvent<{ reason: string }>(
  "info",
  "token refused",
  "A request came without a token that is good for this service.",
);
export const dependencyUnavailable = logEvent<{ err: unknown }>(
  "warn",
  "dependency unavailable",
  "ClickHouse or the issuer's keys could not be reached; the caller was told to come back.",
);
export const readersUnrecorded = logEvent<object>(
  "warn",
  "readers unrecorded",
  "READERS_RECORDED is off: nobody will learn from the audit log who read it.",
);
export const recordingProblem = logEvent<{ problem: object }>(
  "warn",
  "recording problem",
  "An event about a reader was lost or cannot be sent now; in the SDK's words, which hold no value of the event.",
);
export const refusalUnrecorded = logEvent<{ subject: string; requestId: string }>(
  "info",
  "refusal unrecorded",
  "A known reader asked for a scope it has nothing to do with, and has no single organization whose log could tell.",
);
export const callerGone = logEvent<object>(
  "debug",
  "caller gone",
  "The caller hung up before its answer was there; the query was cancelled.",
);
export const requestFailed = logEvent<{ err: unknown }>(
  "error",
  "request failed",
  "A fault that nobody foresaw; the caller saw 500 and no more.",
);
export const notReady = logEvent<{ err: unknown }>(
  "warn",
  "not ready",
  "A readiness check failed: ClickHouse or the issuer's keys cannot be reached.",
);
