/**
 * A small process between the owner and one engine. When the owner dies, however it dies, the channel to it closes and the guard
 * ends the engine: no Java process outlives the program that asked for it. Its argument is JSON: GuardSpec.
 */
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { GuardSpec, type GuardReport } from "./guard-protocol.ts";

const spec = GuardSpec.parse(JSON.parse(process.argv[2] ?? "{}"));
const log = openSync(spec.logFile, "a", 0o600);
const tell = (report: GuardReport) => {
  // The owner may be gone between the question and the answer; its going ends the engine below.
  if (process.connected) process.send?.(report, () => {});
};

const engine = spawn(spec.command, spec.args, {
  cwd: spec.cwd,
  env: { ...process.env, ...spec.env },
  stdio: ["ignore", log, log],
});

let ending = false;
function end(graceMs: number): void {
  if (ending) return;
  ending = true;
  engine.kill("SIGTERM");
  setTimeout(() => engine.kill("SIGKILL"), graceMs).unref();
}

engine.once("spawn", () => tell({ kind: "started", pid: engine.pid ?? 0 }));
engine.once("error", (error) => tell({ kind: "failed", message: error.message }));
engine.once("exit", (code, signal) => {
  tell({ kind: "exited", code, signal });
  if (process.connected) process.disconnect();
});
process.on("error", () => end(spec.graceMs));
process.on("message", () => end(spec.graceMs));
process.on("disconnect", () => end(spec.graceMs));
// The owner decides when to stop: signals meant for the whole terminal are its business.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", () => end(spec.graceMs));
