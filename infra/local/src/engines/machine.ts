/** Looks at the machine: the facts that `requirements.ts` judges. */
import { execFile } from "node:child_process";
import { mkdir, statfs } from "node:fs/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { isInstalled } from "./install.ts";
import { KAFKA, REGISTRY } from "./jars.ts";
import { type MachineFacts } from "./requirements.ts";

export interface Machine {
  readonly facts: MachineFacts;
  /** The whole version, e.g. `17.0.15`; empty without Java. */
  readonly javaVersion: string;
}

const MEBIBYTE = 1024 * 1024;

export async function inspectMachine(dataDir: string, cacheDir: string): Promise<Machine> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const [javaVersion, maven, disk, kafka, registry] = await Promise.all([
    findJava(),
    succeeds("mvn", ["--version"]),
    statfs(dataDir),
    isInstalled(cacheDir, KAFKA),
    isInstalled(cacheDir, REGISTRY),
  ]);
  return {
    javaVersion,
    facts: {
      platform: process.platform,
      arch: process.arch,
      musl: process.platform === "linux" && glibcVersion() === undefined,
      javaMajor: javaMajor(javaVersion),
      maven,
      downloaded: kafka && registry,
      availableMemoryMiB: Math.floor(process.availableMemory() / MEBIBYTE),
      freeDiskMiB: Math.floor((disk.bavail * disk.bsize) / MEBIBYTE),
    },
  };
}

/** `17.0.15` and `21` are themselves; `1.8.0_402` is 8. */
export function javaMajor(version: string): number | undefined {
  const [first = "", second = ""] = version.split(/[._-]/);
  const major = Number.parseInt(first === "1" ? second : first, 10);
  return Number.isNaN(major) ? undefined : major;
}

async function findJava(): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)("java", ["-version"]);
    return /version "(?<version>[^"]+)"/.exec(stderr)?.groups?.["version"] ?? "";
  } catch {
    return "";
  }
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return promisify(execFile)(command, [...args]).then(
    () => true,
    () => false,
  );
}

/** Absent where the C library is not glibc. */
function glibcVersion(): string | undefined {
  const Report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });
  return Report.parse(process.report.getReport()).header.glibcVersionRuntime;
}
