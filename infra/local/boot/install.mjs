/** Installs the packages of the lockfile, once: by one process at a time, quietly unless it fails. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const SHOW_EVERY_MS = 2_000;

export async function install(root) {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const isInstalled = () => readText(stampFile(root)) === wanted;
  if (isInstalled()) return;
  if (readText(stampFile(root)) === undefined && npmWasHere(root)) {
    writeFileSync(stampFile(root), wanted);
    return;
  }
  mkdirSync(join(root, ".local"), { recursive: true });
  const unlock = await lock(join(root, ".local", "npm-install.lock"), isInstalled);
  try {
    if (isInstalled()) return;
    await npmCi(root);
    writeFileSync(stampFile(root), wanted);
  } finally {
    unlock();
  }
}

/** Somebody ran npm by hand: its own record of what it installed is newer than the lockfile. */
function npmWasHere(root) {
  const installed = statSync(join(root, "node_modules", ".package-lock.json"), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

const stampFile = (root) => join(root, "node_modules", ".audit-log-lock");

/**
 * A directory is made by one process only. It holds its owner's process id, so that the lock of a dead process is taken over; the
 * file in it is written after the directory, hence a moment's grace.
 */
async function lock(directory, isInstalled) {
  const ownerFile = join(directory, "pid");
  for (let unowned = 0; ;) {
    try {
      mkdirSync(directory);
      writeFileSync(ownerFile, String(process.pid));
      return () => rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isInstalled()) return () => {};
    const owner = Number(readText(ownerFile) ?? 0);
    unowned = owner > 0 && isAlive(owner) ? 0 : unowned + 1;
    if (unowned > 10) rmSync(directory, { recursive: true, force: true });
    await sleep(200);
  }
}

async function npmCi(root) {
  const began = Date.now();
  const show = () => process.stderr.write(`installing packages… ${Math.round((Date.now() - began) / 1000)} s\n`);
  show();
  const timer = setInterval(show, SHOW_EVERY_MS);
  const said = [];
  const npm = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  npm.stdout.on("data", (text) => said.push(text));
  npm.stderr.on("data", (text) => said.push(text));
  const code = await new Promise((resolve) => {
    npm.once("error", () => resolve("npm was not found"));
    npm.once("close", resolve);
  });
  clearInterval(timer);
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said.map((text) => Buffer.from(text))).toString("utf8"));
  throw new Error(
    `The packages could not be installed (npm ci: ${code}): check the network or npm's registry setting, then try again.`,
  );
}

function readText(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
