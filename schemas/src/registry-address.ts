// Where the registry is and how to get in.
import { Agent } from "node:https";
import { type TlsFiles, tlsOptions } from "./tls-files.ts";

export interface RegistryAddress {
  /** Base of a Confluent-compatible API. */
  url: string;
  username?: string | undefined;
  password?: string | undefined;
  /** Bearer token, instead of a user. */
  token?: string | undefined;
  tls?: TlsFiles | undefined;
}

/** The headers that let us in; empty where nothing is needed. */
export function authorizationOf({ username, password, token }: RegistryAddress): Record<string, string> {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password ?? ""}`).toString("base64")}` };
}

/** Undefined where Node's own agent will do. Throws where a file cannot be read. */
export const agentOf = ({ tls }: RegistryAddress): Agent | undefined =>
  tls === undefined ? undefined : new Agent({ ...tlsOptions(tls), keepAlive: true });
