// Entity tags (RFC 9110, 8.8.3): a text that is another one when the body is.
import { createHash } from "node:crypto";

export const etagOf = (body: string): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

/** If-None-Match: a list, compared weakly; * is whatever there is. */
export const isNamed = (etag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
