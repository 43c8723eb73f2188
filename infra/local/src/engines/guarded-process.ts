/** Starts one engine behind its guard and follows it: when it is up, when it ends, and what its log said last. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { EnginesUnavailable } from "./engines.ts";
import { GuardReport, type GuardSpec } from "./guard-protocol.ts";
import { rotate, tail } from "./log-file.ts";
import { endLeftover } from "./leftover.ts";

export interface EngineProgram extends Omit<GuardSpec, "graceMs"> {
  /** For people: "Apache Kafka". */
  readonly name: string;
  /** Remembers the process over a crash of everything, so that the next start ends it. */
  readonly pidFile: string;
}

export interface GuardedProcess {
  readonly pid: number;
  /** Settles when the process is gone; says why, and shows the end of its log. */
  readonly ended: Promise<EnginesUnavailable>;
  stop(): Promise<void>;
}

const GUARD = fileURLToPath(new URL("./guard.ts", import.meta.url));
const GRACE_MS = 8_000;

export async function startGuarded({ name, pidFile, ...program }: EngineProgram): Promise<GuardedProcess> {
  await rotate(program.logFile);
  await endLeftover(pidFile);
  const spec: GuardSpec = { ...program, graceMs: GRACE_MS };
  // A process group of its own: Ctrl-C in a terminal reaches the owner only, who then stops the engines in order.
  const guard = spawn(process.execPath, [GUARD, JSON.stringify(spec)], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const guardGone = new Promise<void>((resolve) => guard.once("close", () => resolve()));
  const reports = followReports(guard);
  const first = await reports.next();
  if (first.kind !== "started") throw new EnginesUnavailable(`${name} could not be started: ${describe(first)}`);
  await writeFile(pidFile, JSON.stringify({ pid: first.pid, guard: guard.pid }));

  const ended = reports.next().then(async (report) => {
    // A guard that died alone leaves its engine behind.
    if (report.kind === "failed") kill(first.pid);
    await guardGone;
    await rm(pidFile, { force: true });
    return new EnginesUnavailable(`${name} ended: ${describe(report)}\n${await tail(program.logFile)}`);
  });
  return {
    pid: first.pid,
    ended,
    stop: async () => {
      if (guard.connected) guard.send("stop");
      await ended;
    },
  };
}

interface Reports {
  next(): Promise<GuardReport>;
}

/** The guard's reports in order; its own end counts as a report when it comes unannounced. */
function followReports(guard: ChildProcess): Reports {
  const seen: GuardReport[] = [];
  guard.on("message", (message) => {
    seen.push(GuardReport.parse(message));
    guard.emit("report");
  });
  guard.once("error", (error) => {
    seen.push({ kind: "failed", message: error.message });
    guard.emit("report");
  });
  guard.once("exit", () => {
    seen.push({ kind: "failed", message: "its guard process ended" });
    guard.emit("report");
  });
  return {
    next: async () => {
      for (;;) {
        const report = seen.shift();
        if (report !== undefined) return report;
        await once(guard, "report");
      }
    },
  };
}

function describe(report: GuardReport): string {
  if (report.kind === "failed") return report.message;
  if (report.kind === "started") return "started";
  return report.signal === null ? `exit code ${report.code ?? "unknown"}` : `signal ${report.signal}`;
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
