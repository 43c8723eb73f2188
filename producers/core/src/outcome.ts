// How it ended, as one-word constructors. Status codes are those of HTTP, as the caller saw them.
import type { Outcome, Truncation } from "@audit-log/schemas";
import { oneOf, optionalText } from "./fields.ts";

export const success = (statusCode?: number): Outcome => ({ result: "SUCCESS", statusCode });

/** It was tried and went wrong: severity ERROR unless the input says otherwise. */
export const failure = (statusCode: number, message: string): Outcome => ({ result: "FAILURE", statusCode, message });

/** A policy or a missing permission refused it: the event is a POLICY_DENIED. */
export const denied = (message: string, statusCode = 403): Outcome => ({ result: "DENIED", statusCode, message });

/** Throws Refused where the input is no outcome. */
export function outcomeOf(outcome: Outcome | undefined, marks: Truncation[]): Outcome {
  if (outcome === undefined || outcome === null) return success();
  return {
    result: oneOf(outcome.result, ["SUCCESS", "FAILURE", "DENIED"], "outcome.result"),
    statusCode: outcome.statusCode ?? null,
    message: optionalText(outcome.message, "outcome.message", marks),
  };
}
