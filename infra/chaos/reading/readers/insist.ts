// Asks until there is an answer: the service may be away, or say that it cannot answer now. Every other refusal is thrown.
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, BrokenOff } from "@audit-log/client";
import type { Memory } from "./reader.ts";

const PAUSE_MS = 200;
/** Everything runs on one machine, which others may keep busy. */
export const PATIENCE_MS = 300_000;
const AWAY = new Set([429, 503]);

/** The service cannot answer now, cannot be reached, or has broken off what it had begun: whatever the client blames something else for. */
export const isPassing = (fault: unknown): boolean =>
  fault instanceof ApiError && (AWAY.has(fault.status ?? 0) || fault instanceof BrokenOff || fault.cause !== undefined);

export async function insist<T>(memory: Memory, ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask();
    } catch (cause) {
      if (!isPassing(cause) || performance.now() > deadline) throw cause;
      memory.broken += 1;
      await sleep(PAUSE_MS);
    }
  }
}
