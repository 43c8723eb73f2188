// What is heard of recording itself: every event that is handed on is counted, every problem is counted and logged.
import type { OnProblem, Problem } from "@audit-log/producer-core";
import type { FastifyBaseLogger } from "fastify";
import { recordingProblem, refusalUnrecorded } from "../log-events.ts";
import type { Metrics } from "../metrics.ts";
import type { ReadingDependencies } from "./reading.ts";
import type { Recording } from "./recording.ts";

export function countedRecording(
  recording: Recording,
  { readersRecorded }: Pick<Metrics, "readersRecorded">,
): Recording {
  return {
    viewed: (view) => (readersRecorded.inc({ event: "viewed" }), recording.viewed(view)),
    searched: (search) => (readersRecorded.inc({ event: "searched" }), recording.searched(search)),
    downloaded: (download) => (readersRecorded.inc({ event: "downloaded" }), recording.downloaded(download)),
    refused: (refusal) => (readersRecorded.inc({ event: "refused" }), recording.refused(refusal)),
  };
}

export const tellProblems =
  (log: FastifyBaseLogger, { recordingProblems }: Pick<Metrics, "recordingProblems">): OnProblem =>
  (problem) => {
    recordingProblems.inc({ kind: problem.kind, reason: reasonOf(problem) });
    recordingProblem(log, { problem });
  };

/** Of a closed list each: a label's values are few. */
function reasonOf(problem: Problem): string {
  switch (problem.kind) {
    case "event-lost":
      return problem.reason;
    case "unavailable":
    case "spool":
      return problem.what;
    default:
      return "none";
  }
}

export const tellUnrecorded =
  (
    log: FastifyBaseLogger,
    { refusalsUnrecorded }: Pick<Metrics, "refusalsUnrecorded">,
  ): ReadingDependencies["onUnrecorded"] =>
  ({ reader: { subject, requestId } }) => {
    refusalsUnrecorded.inc();
    refusalUnrecorded(log, { subject, requestId });
  };
