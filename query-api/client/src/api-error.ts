// The one error of the client: the service refused, could not be reached, or broke off what it had begun.
import type { ProblemBody } from "./answers.ts";

export interface ApiErrorParts {
  readonly status?: number | undefined;
  readonly problem?: ProblemBody | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status of the answer; undefined where none came, or it broke off. */
  readonly status: number | undefined;
  /** What the service said; undefined where it said nothing that can be read. */
  readonly problem: ProblemBody | undefined;
  /** Names the request in the service's log. */
  readonly requestId: string | undefined;

  constructor(message: string, { status, problem, requestId, cause }: ApiErrorParts = {}) {
    super(message, { cause });
    this.status = status;
    this.problem = problem;
    this.requestId = requestId;
  }
}

const MAX_PROBLEM_CHARACTERS = 16_384;

/** From an answer that is no success. */
export function refusal(status: number, requestId: string | undefined, body: string): ApiError {
  const problem = problemIn(body.slice(0, MAX_PROBLEM_CHARACTERS));
  return new ApiError(problem?.message ?? `the audit log answered ${status}`, { status, problem, requestId });
}

function problemIn(body: string): ProblemBody | undefined {
  try {
    const found: Partial<ProblemBody> | null = JSON.parse(body);
    if (typeof found?.message !== "string") return undefined;
    const { message } = found;
    return { type: "about:blank", title: "", detail: message, path: "", status: 0, timestamp: "", ...found, message };
  } catch {
    return undefined; // a proxy's page
  }
}
