// How it ended, as one-word constructors. Status codes are those of HTTP, as the caller saw them.
import type { Outcome, Truncation } from "@audit-log/schemas";
import { dropped, oneOf, optionalText } from "./fields.ts";

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
    statusCode: statusCodeOf(outcome.statusCode, marks),
    message: optionalText(outcome.message, "outcome.message", marks),
  };
}

/** Also "200", as a caller without types may have it. */
function statusCodeOf(value: unknown, marks: Truncation[]): number | null {
  if (value === undefined || value === null) return null;
  const code = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof code === "number" && (code | 0) === code ? code : dropped("outcome.statusCode", marks);
}
