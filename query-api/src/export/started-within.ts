// A body that has begun, or has had its time to: a fault until then still gets a status of its own, and nobody waits long for the headers.
import { setTimeout as sleep } from "node:timers/promises";

/** `onStart`: called when the body is asked for its first piece by whoever sends it. Throws what the body throws within the time. */
export async function startedWithin(
  body: AsyncGenerator<Buffer>,
  milliseconds: number,
  onStart: () => void,
): Promise<AsyncGenerator<Buffer>> {
  const first = body.next();
  const given = new AbortController();
  try {
    await Promise.race([first, sleep(milliseconds, undefined, { signal: given.signal })]);
  } finally {
    given.abort();
  }
  return goingOn(first, body, onStart);
}

async function* goingOn(
  first: Promise<IteratorResult<Buffer>>,
  body: AsyncGenerator<Buffer>,
  onStart: () => void,
): AsyncGenerator<Buffer> {
  try {
    onStart();
    const begin = await first;
    if (begin.done === true) return;
    yield begin.value;
    yield* body;
  } finally {
    await body.return(undefined);
  }
}
