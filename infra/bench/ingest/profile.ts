// What limits the worker now: the real program under V8's profiler over one topic, and the functions that took most time themselves.
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant } from "./contestant.ts";
import { profiledWorker } from "./worker.ts";

export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}

export interface SelfTime {
  /** Function and where it is. */
  what: string;
  milliseconds: number;
  share: number;
}

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** The profiler's name for waiting: no time of the CPU. */
const IDLE = "(idle)";

/** The worker as a contestant whose profile lands in `folder`, which may exist. */
export async function underProfiler(folder: string): Promise<Contestant> {
  await mkdir(folder, { recursive: true });
  return profiledWorker(["--cpu-prof", `--cpu-prof-dir=${folder}`]);
}

export async function newestProfile(folder: string): Promise<{ file: string; profile: CpuProfile }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".cpuprofile")).toSorted();
  const file = join(folder, names.at(-1) ?? "");
  const profile: CpuProfile = JSON.parse(await readFile(file, "utf8"));
  return { file, profile };
}

export function mostSelfTime({ nodes, samples, timeDeltas }: CpuProfile, most: number): SelfTime[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === IDLE) continue;
    // The time until the next sample belongs to this one.
    const time = (timeDeltas[index + 1] ?? 0) / 1_000;
    const what = describe(frame);
    times.set(what, (times.get(what) ?? 0) + time);
    busy += time;
  }
  return [...times]
    .map(([what, milliseconds]) => ({ what, milliseconds, share: milliseconds / busy }))
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, most);
}

function describe({ functionName, url, lineNumber }: CpuProfile["nodes"][number]["callFrame"]): string {
  const name = functionName === "" ? "(anonymous)" : functionName;
  if (url === "") return name;
  const path = url.startsWith("file:") ? relative(ROOT, fileURLToPath(url)) : url;
  return `${name} ${path}:${lineNumber + 1}`;
}
