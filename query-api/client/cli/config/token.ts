// Where a token comes from, and what it says of itself. It is never printed.
import { readFile } from "node:fs/promises";
import { UsageError } from "../exit.ts";
import type { In } from "../surroundings.ts";

const MAX_CHARACTERS = 65_536;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Throws UsageError where it is no JWT, without showing it. */
export function tokenIn(text: string, from: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, "");
  if (!JWT.test(token)) throw new UsageError(`${from} holds no token (a JWT: three parts with dots between them)`);
  return token;
}

export async function readAll(stdin: In): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of stdin) {
    text += typeof piece === "string" ? piece : decoder.decode(piece, { stream: true });
    if (text.length > MAX_CHARACTERS) throw new UsageError("standard input holds more than a token");
  }
  return text;
}

export const readText = (path: string): Promise<string> =>
  readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read: ${fault.code ?? fault.message}`);
  });

export interface Claims {
  readonly subject: string;
  readonly email: string | undefined;
  /** Milliseconds UTC. */
  readonly expires: number | undefined;
  /** As "project 8e2b…: reader". */
  readonly roles: readonly string[];
}

/** Unchecked: the service is who judges. */
export function claimsOf(token: string): Claims {
  const { sub, email, exp, roles } = payloadOf(token);
  return {
    subject: typeof sub === "string" ? sub : "unknown",
    email: typeof email === "string" ? email : undefined,
    expires: typeof exp === "number" ? exp * 1000 : undefined,
    roles: Array.isArray(roles) ? roles.map((role: unknown) => roleText(Object(role))) : [],
  };
}

function payloadOf(token: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
  } catch {
    return {}; // whose token it is stays unknown
  }
}

const roleText = (role: Record<string, unknown>): string => {
  const text = (name: string): string => (typeof role[name] === "string" ? role[name] : "");
  return `${`${text("scopeType")} ${text("scopeId")}`.trim()}: ${text("role")}`;
};
