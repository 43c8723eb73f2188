// Fetches a download whole, or not at all: the service breaks off what it cannot finish, and the browser reports that.
import type { Question } from "../view/question.ts";
import type { Scope } from "../view/scope.ts";
import { apiUrl, asReader } from "./api.ts";
import { failureOf, type Failure } from "./failure.ts";

/** Of the formats that the API has, widest use first. */
export const formats = [
  { name: "csv", title: "CSV", about: "for spreadsheets" },
  { name: "ndjson", title: "NDJSON", about: "one entry per line, all that it has" },
  { name: "ocsf", title: "OCSF", about: "for security tools, one event per line" },
  { name: "parquet", title: "Parquet", about: "for analysis" },
] as const;

export type Format = (typeof formats)[number]["name"];

export type Downloaded =
  | { readonly ok: true; readonly file: Blob; readonly name: string }
  | { readonly ok: false; readonly failure: Failure };

/** `arrived`: bytes so far, again and again. Only the caller's own abort is thrown. */
export type Download = (
  scope: Scope,
  format: Format,
  question: Question,
  arrived: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<Downloaded>;

/** `page`: address of the portal's page. */
export function createDownload(token: string, page: string, request: typeof fetch): Download {
  return async (scope, format, question, arrived, signal) => {
    try {
      const response = await request(apiUrl(page, scope, "entries/export", { ...question, format }), {
        ...asReader(token),
        signal,
      });
      if (!response.ok || response.body === null)
        return { ok: false, failure: failureOf(response.status, await response.json().catch(() => undefined)) };
      // The browser keeps it on disk where it is large; this page never holds more than a piece.
      const file = await new Response(response.body.pipeThrough(counting(arrived))).blob();
      return { ok: true, file, name: nameOf(response.headers.get("content-disposition")) ?? `audit-log.${format}` };
    } catch (fault) {
      if (signal.aborted) throw fault;
      return { ok: false, failure: { kind: "network" } };
    }
  };
}

function counting(arrived: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      arrived((bytes += piece.byteLength));
      controller.enqueue(piece);
    },
  });
}

const nameOf = (disposition: string | null): string | undefined => /filename="([^"/\\]+)"/.exec(disposition ?? "")?.[1];
