/** Command lines of the Java engines: small heaps, quick starts, and an archive of loaded classes that halves the time to be ready. */
import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";

export interface JavaProgram {
  readonly id: string;
  readonly mainClass: string;
  readonly classPath: readonly string[];
  readonly heapMegabytes: number;
  readonly properties?: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
}

export interface ClassArchive {
  readonly flags: readonly string[];
  /** To be called when the program has ended in good order: makes a newly recorded archive the one to use. */
  keep(): Promise<void>;
}

export function javaArguments(program: JavaProgram, archive: readonly string[] = []): string[] {
  return [
    `-Xmx${program.heapMegabytes}m`,
    // Short lives and two cores: the quick compiler and the small collector start faster and cost less memory.
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    ...archive,
    ...Object.entries(program.properties ?? {}).map(([key, value]) => `-D${key}=${value}`),
    "-cp",
    program.classPath.join(":"),
    program.mainClass,
    ...(program.arguments ?? []),
  ];
}

/**
 * The archive belongs to one Java version and one class path; Java checks both and goes on without it when they differ. It is written
 * at exit beside its place, so that an interrupted exit leaves none.
 */
export async function classArchive(
  cacheDir: string,
  id: string,
  javaVersion: string,
  record: boolean,
): Promise<ClassArchive> {
  const file = join(cacheDir, `${id}-java-${javaVersion}.jsa`);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there)
    return {
      flags: [`-XX:SharedArchiveFile=${file}`, "-Xlog:disable", "-Xlog:all=error:stderr"],
      keep: async () => {},
    };
  if (!record) return { flags: [], keep: async () => {} };
  const fresh = `${file}.${process.pid}`;
  return {
    flags: [`-XX:ArchiveClassesAtExit=${fresh}`, "-Xlog:disable", "-Xlog:all=error:stderr"],
    keep: async () => {
      await rename(fresh, file).catch(() => rm(fresh, { force: true }));
    },
  };
}
