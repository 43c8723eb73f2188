// Where problems are heard: by the service's own listener, in its log, and, where it has neither, as a warning of the process.
import type { Logger } from "./kafka/logger.ts";
import type { OnProblem, Problem } from "./deliver/problems.ts";

export interface Listeners {
  onProblem?: OnProblem | undefined;
  logger?: Logger | undefined;
}

/** Lost events are never silent: without listener and logger they are warnings of the process (stderr, unless the process says otherwise). */
export function tellProblem({ onProblem, logger }: Listeners): OnProblem {
  return (problem) => {
    if (logger !== undefined) logger.warn({ ...problem }, `audit: ${sentenceOf(problem)}`);
    else if (onProblem === undefined && problem.kind === "event-lost")
      process.emitWarning(sentenceOf(problem), { type: "AuditLog", code: problem.reason });
    return onProblem?.(problem);
  };
}

function sentenceOf(problem: Problem): string {
  switch (problem.kind) {
    case "event-lost":
      return `event ${problem.id} (${problem.eventName}) was lost: ${problem.reason}: ${problem.message}`;
    case "unavailable":
      return `${problem.what} of ${problem.topic} cannot be used now, attempt ${problem.attempt}: ${problem.message}`;
    case "schema-not-published":
      return problem.message;
    case "spool":
      return `spool of ${problem.topic || "all topics"} (${problem.what}): ${problem.message}`;
    default:
      return `a fault of the SDK itself: ${problem.message}`;
  }
}
