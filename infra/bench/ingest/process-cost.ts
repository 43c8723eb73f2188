// What a process has cost so far, from Linux's /proc: CPU of all its threads, and the most memory that it ever held.
import { readFileSync, readdirSync } from "node:fs";

export interface ProcessCost {
  /** Of all threads, those that have ended included. */
  cpuSeconds: number;
  /** Of ClickHouse's background merges, a part of `cpuSeconds`; 0 in any other process. */
  mergeCpuSeconds: number;
  /** Of the main thread, a part of `cpuSeconds`: in the gateway that is Node, HTTP and spooling, and not ClickHouse. */
  mainThreadCpuSeconds: number;
}

export const noCost: ProcessCost = { cpuSeconds: 0, mergeCpuSeconds: 0, mainThreadCpuSeconds: 0 };

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
/** What ClickHouse calls the threads of its merge pool. */
const MERGE_THREAD = /^Merge/;
/** utime and stime are the 14th and 15th field; the first two, which may hold spaces, end with the last parenthesis. */
const UTIME_AFTER_NAME = 11;

export function processCost(pid: number): ProcessCost {
  const tasks = readdirSync(`/proc/${pid}/task`).flatMap((tid) => {
    const stat = readIfThere(`/proc/${pid}/task/${tid}/stat`);
    return stat === undefined ? [] : [{ tid: Number(tid), ...parseStat(stat) }];
  });
  const sum = (chosen: typeof tasks): number => chosen.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0);
  return {
    cpuSeconds: parseStat(readFileSync(`/proc/${pid}/stat`, "utf8")).cpuSeconds,
    mergeCpuSeconds: sum(tasks.filter(({ name }) => MERGE_THREAD.test(name))),
    mainThreadCpuSeconds: sum(tasks.filter(({ tid }) => tid === pid)),
  };
}

/** MiB. */
export function peakMemory(pid: number): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1_024;
}

export function parseStat(stat: string): { name: string; cpuSeconds: number } {
  const nameEnd = stat.lastIndexOf(")");
  const fields = stat.slice(nameEnd + 2).split(" ");
  const ticks = Number(fields[UTIME_AFTER_NAME]) + Number(fields[UTIME_AFTER_NAME + 1]);
  return { name: stat.slice(stat.indexOf("(") + 1, nameEnd), cpuSeconds: ticks / TICKS_PER_SECOND };
}

export const costBetween = (from: ProcessCost, to: ProcessCost): ProcessCost => ({
  cpuSeconds: to.cpuSeconds - from.cpuSeconds,
  mergeCpuSeconds: to.mergeCpuSeconds - from.mergeCpuSeconds,
  mainThreadCpuSeconds: to.mainThreadCpuSeconds - from.mainThreadCpuSeconds,
});

/** A thread may end between listing and reading. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
