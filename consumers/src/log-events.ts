// Every log line of the worker, defined once: its message, what it means, and its fields. Alerts and runbooks refer to these.
import type { Logger } from "pino";

interface LogEvent<Fields> {
  level: "debug" | "info" | "warn" | "error";
  message: string;
  /** For whoever reads the line at three in the morning. */
  meaning: string;
  write(logger: Logger, fields: Fields): void;
}

function logEvent<Fields extends object>(
  level: LogEvent<Fields>["level"],
  message: string,
  meaning: string,
): LogEvent<Fields> {
  return { level, message, meaning, write: (logger, fields) => logger[level]({ ...fields, msg: message }) };
}

export const assigned = logEvent<{ epoch: number; partitions: number }>(
  "info",
  "partitions assigned",
  "The group gave this worker partitions; it has asked ClickHouse what is stored of them and goes on from there.",
);

export const batchSettled = logEvent<{ rows: number; refused: number; skipped: number; ranges: string }>(
  "debug",
  "batch settled",
  "Every record of these ranges is stored or dead-lettered, and the ranges are committed.",
);

export const recordRefused = logEvent<{
  reason: string;
  detail: string;
  topic: string;
  partition: number;
  offset: number;
}>(
  "warn",
  "record dead-lettered",
  "A record cannot become an event; its original bytes and the reason are in the dead letters.",
);

export const retrying = logEvent<{ what: string; cause: string; waitMs: number }>(
  "warn",
  "retrying",
  "An engine is away or busy. The worker repeats the same step until it is definite; nothing is lost meanwhile.",
);

export const commitDelayed = logEvent<{ cause: string }>(
  "warn",
  "commit delayed",
  "The block is stored but its offsets could not be committed yet. Read-back makes a second insert impossible.",
);

export const offsetGap = logEvent<{ topic: string; partition: number; expected: number; found: number }>(
  "error",
  "offset gap",
  "Kafka went on at a later offset than the one that was due: records between were deleted before they were read.",
);

export const offsetWentBack = logEvent<{ topic: string; partition: number; expected: number; found: number }>(
  "warn",
  "offset went back",
  "Kafka gave records below the offset that was due: after a commit that came late, or because the partition's log was cut off. Those that are stored are skipped by their ids.",
);

export const recordBatchDamaged = logEvent<{ topic: string; partition: number; from: number }>(
  "warn",
  "record batch damaged",
  "The bytes of a record batch are not those of its checksum, or its offsets do not go on from what came before. It is fetched once more; damaged again, it is dead-lettered in one piece: look at the broker's disk.",
);
export const standsStill = logEvent<{ topic: string; partition: number; at: number; end: number }>(
  "error",
  "partition stands still",
  "Kafka has records for an assigned partition, there is room for them, and none is fetched: /livez fails, a new process takes over.",
);

export const readSlowly = logEvent<{ schemaId: number; why: string }>(
  "warn",
  "schema read slowly",
  "The fast path cannot read events of this writer's schema; they go through avsc, at a tenth of the speed.",
);

export const surveyFailed = logEvent<{ cause: string }>(
  "warn",
  "survey failed",
  "The hierarchy could not be read or kept; it is tried again at the next survey. Events are stored meanwhile, with the organization filled in later.",
);

export const hierarchyFull = logEvent<{ nodes: number }>(
  "error",
  "hierarchy is full",
  "This worker knows as many organizations, folders and projects as it may hold; events of new ones get no organization.",
);

export const hierarchyWritten = logEvent<{ rows: number }>(
  "info",
  "hierarchy written",
  "Organizations, folders or projects are new, or lie elsewhere now; readers see it from here on.",
);

export const fillBegun = logEvent<{ partition: string; scopes: number }>(
  "info",
  "events being filled",
  "Events that came before the organization of their scope was known get it now, by a mutation of that day's partition.",
);

export const fillStuck = logEvent<{ mutation: string; fault: string }>(
  "warn",
  "mutation failed",
  "A mutation of the events failed at its last try. ClickHouse goes on trying; no fill is begun until it is done or killed (KILL MUTATION).",
);

export const sequenceGaps = logEvent<{ producers: number; missing: number; producerIds: string }>(
  "warn",
  "sequence gaps",
  "Producers numbered events that are not stored: lost, dead-lettered, still on the way, or dated more than a day back. The producers with most of them are named.",
);

export const sequencesUnknown = logEvent<{ cause: string }>(
  "warn",
  "sequences unknown",
  "ClickHouse was asked which sequence numbers of producers are missing and did not answer; it is asked again.",
);

export const progressFailed = logEvent<{ cause: string }>(
  "warn",
  "progress not told",
  "ClickHouse could not be told how far the partitions are settled: readers by arrival (feed, tail) wait until it can. Events are stored as before.",
);

export const clockBehind = logEvent<{ ms: number }>(
  "warn",
  "clock behind",
  "The worker that had these partitions before promised readers more than our clock says: events are received as of that moment until our clock is there. Look at the clocks of both machines.",
);

export const placesReplaced = logEvent<{ file: string }>(
  "info",
  "places replaced",
  "A database of addresses (WORKER_MMDB_FILES) has changed and is used from now on.",
);

export const placesKept = logEvent<{ cause: string }>(
  "warn",
  "places kept",
  "A database of addresses (WORKER_MMDB_FILES) has changed and cannot be used; the one before is used until there is a good one.",
);

export const stopped = logEvent<{ reason: string }>(
  "info",
  "worker stopped",
  "Everything fetched is settled; the worker left its group.",
);

export const crashed = logEvent<{ err: unknown }>(
  "error",
  "worker crashed",
  "Something that no repetition can mend, most likely a bug. Nothing was committed that is not stored.",
);
