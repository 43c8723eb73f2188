/** Who sends a request: Basic authentication, X-ClickHouse-User and -Key, or `user` and `password` in the address. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type IncomingHttpHeaders } from "node:http";
import { type Credentials } from "./credentials.ts";
import { ClickHouseFault } from "./faults.ts";

export type Role = "writer" | "reader";

export function authenticate(headers: IncomingHttpHeaders, url: URLSearchParams, known: Credentials): Role {
  const given = basic(headers.authorization) ?? byHeader(headers) ?? byAddress(url);
  if (given === undefined) {
    throw new ClickHouseFault(516, "AUTHENTICATION_FAILED", "default: Authentication failed: no credentials given", {
      status: 401,
    });
  }
  const role = (["writer", "reader"] as const).find((name) => known[name].username === given.username);
  // The comparison is made for unknown users too, so that its time does not tell which names exist.
  const matches = same(given.password, known[role ?? "reader"].password);
  if (role === undefined || !matches) {
    const sentence = `${given.username}: Authentication failed: password is incorrect, or there is no user with such name`;
    throw new ClickHouseFault(516, "AUTHENTICATION_FAILED", sentence);
  }
  return role;
}

interface Given {
  readonly username: string;
  readonly password: string;
}

function basic(authorization: string | undefined): Given | undefined {
  const encoded = /^Basic +(?<token>\S+)$/i.exec(authorization ?? "")?.groups?.["token"];
  if (encoded === undefined) return undefined;
  const [username = "", ...password] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return { username, password: password.join(":") };
}

function byHeader(headers: IncomingHttpHeaders): Given | undefined {
  const [username, password] = [headers["x-clickhouse-user"], headers["x-clickhouse-key"]];
  return typeof username === "string"
    ? { username, password: typeof password === "string" ? password : "" }
    : undefined;
}

function byAddress(url: URLSearchParams): Given | undefined {
  const username = url.get("user");
  return username === null ? undefined : { username, password: url.get("password") ?? "" };
}

function same(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

/** Equal lengths, which the comparison needs. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
