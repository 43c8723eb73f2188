// The path that received the request: secrets in its query string are redacted by the parameter's name, the rest by shape.
import { redactText } from "./redact-text.ts";
import { isSecretName, REDACTED } from "./secret-names.ts";

const PARAMETER = /([?&;#])([^?&;#=]{1,256})=([^?&;#]*)/g;
/** Harmless names elsewhere, in a query string the secrets of OAuth. */
const QUERY_SECRETS = new Set(["code", "assertion"]);

/** By shape first: a value may hold the marks that divide parameters. */
export function redactEndpoint(endpoint: string): string {
  const done = redactText(endpoint);
  if (!done.includes("=")) return done;
  return done.replaceAll(PARAMETER, (match: string, separator: string, name: string) =>
    QUERY_SECRETS.has(name.toLowerCase()) || isSecretName(decoded(name)) ? `${separator}${name}=${REDACTED}` : match,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
