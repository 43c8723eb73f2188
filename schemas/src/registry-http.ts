// One question to the registry and its answer, bounded in time and size. Not through the registry's client, which has no time-out and
// cannot tell "there is no such schema" from "there is no such page"; not by fetch, which takes no certificates of one's own.
import { once } from "node:events";
import http from "node:http";
import https, { type Agent } from "node:https";
import { agentOf, authorizationOf, type RegistryAddress } from "./registry-address.ts";

const TIMEOUT_MS = 5_000;
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The registry did not answer as a registry does: nothing is decided, ask again later. */
export class RegistryAway extends Error {
  override readonly name = "RegistryAway";
}

export interface RegistryAnswer {
  status: number;
  /** Empty where the answer is JSON and no object. */
  body: Record<string, unknown>;
}

export interface RegistryQuestion {
  method?: "GET" | "POST" | "PUT";
  path: string;
  body?: object;
  /** Kept by who asks often; default: one of its own. */
  agent?: Agent | undefined;
}

/** Throws RegistryAway where there is no answer in JSON. */
export async function askRegistry(
  address: RegistryAddress,
  { method = "GET", path, body, agent = agentOf(address) }: RegistryQuestion,
): Promise<RegistryAnswer> {
  try {
    const { request } = address.url.startsWith("https:") ? https : http;
    const headers = { ...authorizationOf(address), "content-type": "application/vnd.schemaregistry.v1+json" };
    const call = request(address.url + path, { method, headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) });
    call.end(body === undefined ? undefined : JSON.stringify(body));
    const [response]: unknown[] = await once(call, "response");
    if (!(response instanceof http.IncomingMessage)) throw new Error("no response");
    const said: unknown = JSON.parse(await bounded(response));
    return { status: response.statusCode ?? 0, body: typeof said === "object" && said !== null ? { ...said } : {} };
  } catch (cause) {
    throw new RegistryAway(`the registry does not answer ${method} ${path}`, { cause });
  }
}

async function bounded(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error("the answer is larger than any schema");
  }
  return Buffer.concat(chunks).toString("utf8");
}
