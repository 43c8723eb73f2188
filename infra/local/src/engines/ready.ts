/** Waits for an engine by asking it, until it answers, ends, or a bound has passed. */
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { EnginesUnavailable } from "./engines.ts";
import { type GuardedProcess } from "./guarded-process.ts";

const BOUND_MS = 120_000;
const PAUSE_MS = 50;

export async function untilReady(name: string, engine: GuardedProcess, answers: () => Promise<boolean>): Promise<void> {
  const over = new AbortController();
  const asking = async () => {
    while (!over.signal.aborted) {
      if (await answers()) return;
      await sleep(PAUSE_MS);
    }
  };
  const bound = sleep(BOUND_MS, undefined, { signal: over.signal }).then(() => {
    throw new EnginesUnavailable(`${name} did not answer within ${BOUND_MS / 1000} s.`);
  });
  const death = engine.ended.then((fault) => {
    throw fault;
  });
  try {
    await Promise.race([asking(), bound, death]);
  } finally {
    over.abort();
    bound.catch(() => {});
    death.catch(() => {});
  }
}

export async function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
