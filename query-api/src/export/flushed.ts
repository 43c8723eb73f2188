// Whether what was written has left this process.
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Who does not take the last bytes in this time goes without. */
const WITHIN_MS = 5_000;
const STEP_MS = 10;

export const flushedOf = (response: ServerResponse) => async (): Promise<void> => {
  for (let waited = 0; waited < WITHIN_MS && !response.destroyed; waited += STEP_MS) {
    // First, because the bytes are on their way to the response.
    await sleep(STEP_MS);
    if (response.writableLength === 0 && (response.socket?.writableLength ?? 0) === 0) return;
  }
};
