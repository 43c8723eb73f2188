#!/usr/bin/env node
// The command `audit-log`: the process around runCli.
import { existsSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { PipeClosed, type Out } from "./surroundings.ts";

// Half of the time that `--help` takes. In the home, not in the folder for what is temporary: others might put code there. Where there is
// no home there is no cache: Node tries for ever to make a folder below /proc.
const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
// Node 20 has none, whatever its types say.
if (existsSync(dirname(cache)) && "enableCompileCache" in module) module.enableCompileCache(join(cache, "audit-log"));
const { runCli } = await import("./run.ts");

const interrupted = new AbortController();
// A second one ends it at once: the handler is gone.
process.once("SIGINT", () => interrupted.abort(new Error("interrupted")));

function out(stream: NodeJS.WriteStream): Out {
  // Told to whoever writes; without a listener it would end the process with a trace.
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY,
    columns: stream.columns ?? (Number(process.env["COLUMNS"]) || 80),
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (fault: (Error & { code?: string }) | null | undefined) => {
          if (fault == null) resolve();
          else reject(fault.code === "EPIPE" ? new PipeClosed("nobody reads any more", { cause: fault }) : fault);
        });
      }),
  };
}

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  home: homedir(),
  stdin: Object.assign(process.stdin, { isTerminal: process.stdin.isTTY }),
  stdout: out(process.stdout),
  stderr: out(process.stderr),
  now: Date.now,
  signal: interrupted.signal,
});
