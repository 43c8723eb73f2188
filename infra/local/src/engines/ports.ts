/** Free loopback ports, chosen once and kept in a file, so that addresses survive a restart unless another program took one. */
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { z } from "zod";

const Kept = z.record(z.string(), z.number().int());

/** Below the range from which the system takes ports for outgoing connections. */
const RANGE = { from: 18_000, to: 32_000 } as const;

export async function keepPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const kept = await readKept(file);
  const taken = new Set<number>();
  const chosen = await names.reduce<Promise<[Name, number][]>>(async (earlier, name) => {
    const list = await earlier;
    const port = await choose(kept[name], taken);
    taken.add(port);
    return [...list, [name, port]];
  }, Promise.resolve([]));
  const ports = Object.fromEntries(chosen) as Record<Name, number>;
  await writeFile(file, JSON.stringify(ports));
  return ports;
}

async function choose(preferred: number | undefined, taken: ReadonlySet<number>): Promise<number> {
  if (preferred !== undefined && !taken.has(preferred) && (await isFree(preferred))) return preferred;
  for (;;) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (!taken.has(port) && (await isFree(port))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server, "listening").then(
    () => true,
    () => false,
  );
  server.listen(port, "127.0.0.1");
  const free = await listening;
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}

async function readKept(file: string): Promise<Record<string, number>> {
  try {
    return Kept.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Missing or unreadable: ports are chosen anew, nothing else depends on them.
    return {};
  }
}
