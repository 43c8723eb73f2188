// A body that can be long, with what comes behind it: `fetch` shows no trailers, and a download says in one what it was.
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { authorization, type Answer, type HttpOptions } from "./http.ts";

export interface Download extends Answer {
  readonly body: IncomingMessage;
}

/** Longest silence of a body that is being read. */
const IDLE_MS = 120_000;
const MAX_REFUSAL_BYTES = 65_536;

/** Rejects where no answer comes within the time of `http`. Follows no redirect: it is an answer like any other. */
export async function openDownload(http: HttpOptions, url: URL, signal?: AbortSignal): Promise<Download> {
  const options: RequestOptions = {
    headers: { authorization: await authorization(http), accept: "*/*" },
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const asked = send(url, options, (body) => {
      clearTimeout(timer);
      asked.setTimeout(IDLE_MS, () => body.destroy(new DOMException("nothing came any more", "TimeoutError")));
      resolve({
        status: body.statusCode ?? 0,
        headers: { get: (name) => body.headers[name]?.toString() },
        text: () => shortText(body),
        body,
      });
    });
    const late = (): void => void asked.destroy(new DOMException("no answer came", "TimeoutError"));
    const timer = setTimeout(late, http.timeoutMs);
    asked.once("error", (fault) => {
      clearTimeout(timer);
      reject(fault);
    });
    asked.end();
  });
}

async function shortText(body: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    if (!Buffer.isBuffer(piece)) continue;
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > MAX_REFUSAL_BYTES) break;
  }
  return Buffer.concat(pieces).toString("utf8");
}
