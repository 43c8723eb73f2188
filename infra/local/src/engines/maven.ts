/** Runs Maven for one set of jars, shows how far the download is, and turns its failure into one sentence. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { EnginesUnavailable } from "./engines.ts";
import { type JarSet } from "./jars.ts";

const SHOW_EVERY_MS = 2_000;
const DONE = /^Downloaded .*\((?<size>[\d.]+) (?<unit>[kMG]?)B/;
const PART = /Progress \(\d+\): (?<size>[\d.]+)(?: ?(?<unit>[kMG]?)B)?\/[\d.]+ (?<total>[kMG]?)B/;
const MEGABYTES: Readonly<Record<string, number>> = { "": 1e-6, k: 1e-3, M: 1, G: 1e3 };

export interface MavenOptions {
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

export async function runMaven(dir: string, set: JarSet, { log, signal }: MavenOptions): Promise<void> {
  log(`${set.name}: downloading about ${set.megabytes} MB through Maven, once…`);
  const maven = spawn("mvn", ["--strict-checksums", set.goal, ...set.arguments], {
    cwd: dir,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  const progress = downloadProgress();
  const listen = (line: string) => {
    progress.see(line);
    if (/\bERROR\b/.test(line)) said.push(plain(line));
  };
  createInterface({ input: maven.stdout }).on("line", listen);
  createInterface({ input: maven.stderr }).on("line", listen);
  const show = setInterval(() => log(`${set.name}: ${progress.megabytes().toFixed(0)} MB so far…`), SHOW_EVERY_MS);
  try {
    const [code] = await once(maven, "close");
    if (code !== 0) throw failure(set, said);
  } catch (error) {
    throw error instanceof EnginesUnavailable ? error : failure(set, [String(error)]);
  } finally {
    clearInterval(show);
  }
}

/** Adds up what Maven reports: finished files, and the one under way. */
export function downloadProgress() {
  let finished = 0;
  let current = 0;
  return {
    see(line: string): void {
      const done = DONE.exec(line)?.groups;
      if (done !== undefined) {
        finished += Number(done["size"]) * (MEGABYTES[done["unit"] ?? ""] ?? 0);
        current = 0;
        return;
      }
      const part = PART.exec(line)?.groups;
      if (part !== undefined) current = Number(part["size"]) * (MEGABYTES[part["unit"] ?? part["total"] ?? ""] ?? 0);
    },
    megabytes: () => finished + current,
  };
}

function failure(set: JarSet, said: readonly string[]): EnginesUnavailable {
  const why = said[0] ?? "mvn gave no reason";
  return new EnginesUnavailable(
    `${set.name} could not be downloaded through Maven (${why}): check the network or Maven's settings, or set KAFKA_BROKERS, SCHEMA_REGISTRY_URL and CLICKHOUSE_URL.`,
  );
}

/** Without colours and addresses: those of a private mirror are nobody else's business. */
const plain = (line: string): string =>
  stripVTControlCharacters(line)
    .replaceAll(/https?:\/\/\S+/g, "(address)")
    .slice(0, 300);
