// What can go wrong while reading entries, in words that say what to do next.
import { scopeTitles, type Scope } from "../view/scope.ts";

export type FailureKind = "token" | "forbidden" | "missing" | "filter" | "refused" | "unavailable" | "network";

export interface Failure {
  readonly kind: FailureKind;
  /** The service's own message, where it gave one. */
  readonly message?: string;
  /** Of a filter: the first character that is not understood, from 1. */
  readonly column?: number;
}

/** `body`: the answer's JSON, if it was any. */
export function failureOf(status: number, body: unknown): Failure {
  const message =
    typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
      ? { message: body.message }
      : {};
  const column = columnOf(body);
  return column === undefined ? { kind: kindOf(status), ...message } : { kind: "filter", ...message, column };
}

function columnOf(body: unknown): number | undefined {
  if (typeof body !== "object" || body === null || !("errors" in body) || !Array.isArray(body.errors)) return undefined;
  const columns = body.errors.map((error: unknown) => Object(error).column as unknown);
  return columns.find((column) => typeof column === "number");
}

function kindOf(status: number): FailureKind {
  if (status === 401) return "token";
  if (status === 403) return "forbidden";
  if (status === 404) return "missing";
  return status >= 500 || status === 429 || status === 408 ? "unavailable" : "refused";
}

/** Whether the same request may well succeed a moment later. */
export const mayPass = ({ kind }: Failure): boolean => kind === "unavailable" || kind === "network";

/** `advice` is followed by the service's own message. */
export function failureWords({ kind }: Failure, scope: Scope): { title: string; advice: string } {
  const name = scopeTitles[scope.kind].toLowerCase();
  const words: Readonly<Record<FailureKind, [title: string, advice: string]>> = {
    token: [
      "Your token is not valid any more",
      "Tokens expire after a while. Open a fresh link or paste a new token, and you are back where you were.",
    ],
    forbidden: [
      `You may not read the entries of this ${name}`,
      "You have a role on it, but none that includes its audit log. Its administrators can give you one.",
    ],
    missing: [`There is no such ${name} for you`, "Either it does not exist, or you have no role on it. Check the id."],
    filter: [
      "The filter is not understood",
      "Words are searched for; fields are compared: service=dns outcome=DENIED.",
    ],
    refused: ["This cannot be shown", "The service refused the request."],
    unavailable: ["Entries cannot be read at the moment", "Nothing is lost: they are kept for 90 days."],
    network: ["Audit Log cannot be reached", "Your connection or the service is away."],
  };
  const [title, advice] = words[kind];
  return { title, advice };
}
