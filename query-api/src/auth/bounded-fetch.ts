// One request to a service of the platform whose answer is small JSON: bounded in time and in size, and never redirected elsewhere.

export interface BoundedRequest {
  readonly url: URL;
  readonly init?: RequestInit;
  /** Milliseconds until the whole answer is there. */
  readonly timeoutMs: number;
  /** Bytes. */
  readonly mostBytes: number;
  readonly signal?: AbortSignal;
}

/** The JSON of a 200. Throws where it is anything else, whatever the reason; messages repeat nothing of the answer. */
export async function fetchJson({ url, init = {}, timeoutMs, mostBytes, signal }: BoundedRequest): Promise<unknown> {
  const limit = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(url, {
    ...init,
    redirect: "error",
    signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
  });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`the answer was ${answer.status} and not 200`);
  }
  const text = await boundedText(answer, mostBytes);
  try {
    return JSON.parse(text);
  } catch {
    // Not as cause: it quotes the text.
    throw new Error("the answer was no JSON");
  }
}

async function boundedText(answer: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`the answer was longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
