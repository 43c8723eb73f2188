// The query API's stand-in for browser tests: serves the portal's files under the policy it must live with, and /v3 from a function.
import { createServer, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { EntryPage } from "../src/reading/entry.ts";

/** The service's own policy, and on top of it: nothing may ever be handed to the browser as markup. */
export const POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

export interface Asked {
  /** Such as projects/8e2b…/entries */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}

/** `isWhole` false: it is broken off behind the text; undefined: nothing follows, and it does not end. */
export interface FakeFile {
  readonly name: string;
  readonly text: string;
  readonly isWhole: boolean | undefined;
}

interface FakeError {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly { detail: string; parameter: string; column: number }[];
}

/** An error is answered with that status; "hang" with nothing at all, "drop" by closing the connection. */
export type Answer = EntryPage | FakeFile | FakeError | "hang" | "drop";

export interface FakeApi extends AsyncDisposable {
  readonly origin: string;
  readonly asked: Asked[];
  answer: (asked: Asked) => Answer;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

export async function startFakeApi(folder: string): Promise<FakeApi> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://portal.test");
    if (url.pathname.startsWith("/v3/")) {
      const asked = {
        path: url.pathname.slice("/v3/".length),
        query: url.searchParams,
        authorization: request.headers.authorization,
      };
      api.asked.push(asked);
      give(response, api.answer(asked), url.pathname);
      return;
    }
    const name = url.pathname.replace(/^\/portal\//, "") || "index.html";
    readFile(join(folder, name)).then(
      (content) => {
        const type = contentTypes[extname(name)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api: FakeApi = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: () => ({ items: [], limit: 100 }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

function give(response: ServerResponse, answer: Answer, path: string): void {
  if (answer === "hang") return;
  if (answer === "drop") {
    response.destroy();
    return;
  }
  if ("text" in answer) return giveFile(response, answer);
  const error = "status" in answer;
  const body = error ? { ...answer, path, timestamp: new Date().toISOString() } : answer;
  response.writeHead(error ? answer.status : 200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function giveFile(response: ServerResponse, { name, text, isWhole }: FakeFile): void {
  response.writeHead(200, { "content-type": "text/csv", "content-disposition": `attachment; filename="${name}"` });
  response.write(text, () => {
    if (isWhole === true) response.end();
    else if (isWhole === false) response.destroy();
  });
}
