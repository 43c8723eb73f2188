/**
 * The one way into the project from a fresh clone: `node infra/local/boot.mjs <command> [args…]`. It installs the packages when they
 * are missing or older than the lockfile, then runs the command's steps with the project's own Node. It needs nothing but Node 20.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { commands } from "./boot/commands.mjs";
import { install } from "./boot/install.mjs";

const OLDEST = 20;
const WANTED = 24;
/** Of npm: the shell between it and us. */
const parent = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid;
const root = fileURLToPath(new URL("../../", import.meta.url));

const major = (version) => Number.parseInt(version, 10);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The project's Node from its packages, or this one when it is new enough. */
function projectNode() {
  const installed = join(root, "node_modules", "node", "bin", "node");
  if (existsSync(installed)) return installed;
  if (major(process.versions.node) >= WANTED) return process.execPath;
  return fail(
    `Node ${WANTED} is missing from node_modules: run \`npm ci\`, and let npm run the install script of the package "node".`,
  );
}

/** Runs one step to its end and returns its exit code; signals meant for us are passed on. */
function run(node, args) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
      // Of a program's 2 s to start, 0.9 were the same TypeScript read again.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "node"),
    },
  });
  // A terminal sends Ctrl-C to the child, too; a second SIGINT from here would be a second Ctrl-C.
  const forward = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal));
  const signals = ["SIGINT", "SIGTERM"];
  for (const signal of signals) process.on(signal, forward);
  // Where npm is killed its shell dies, and nobody tells us. Once: a second signal would not wait for anything.
  const watching = setInterval(() => {
    if (parent === undefined || parent === process.ppid) return;
    clearInterval(watching);
    child.kill("SIGTERM");
  }, 1_000);
  return new Promise((resolve) => {
    child.once("error", (error) => fail(`${node} could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      clearInterval(watching);
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

if (major(process.versions.node) < OLDEST) {
  fail(
    `Node ${OLDEST} or newer is needed, this is ${process.version}: install a current one, for example with \`nvm install ${WANTED}\`.`,
  );
}
const [name = "", ...args] = process.argv.slice(2);
const steps = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (steps === undefined) fail(`Unknown command "${name}": there are ${Object.keys(commands).join(", ")}.`);

await install(root).catch((error) => fail(error.message));
const node = projectNode();
for (const [index, step] of steps.entries()) {
  // What is given on the command line belongs to the last step: the program itself.
  const code = await run(node, index === steps.length - 1 ? [...step, ...args] : step);
  if (code !== 0) process.exit(code);
}
