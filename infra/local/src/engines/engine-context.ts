/** What every embedded engine needs to start, and how a Java one is started with it. */
import { type EngineGroup } from "./engine-group.ts";
import { type GuardedProcess } from "./guarded-process.ts";
import { type JavaProgram, classArchive, javaArguments } from "./java.ts";

export interface EngineContext {
  readonly group: EngineGroup;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly javaVersion: string;
  readonly recordClasses: boolean;
  readonly log: (line: string) => void;
}

export async function startJava(
  context: EngineContext,
  program: JavaProgram & { name: string },
): Promise<GuardedProcess> {
  const { cacheDir, dataDir, javaVersion, recordClasses } = context;
  const archive = await classArchive(cacheDir, program.id, javaVersion, recordClasses);
  // Not read by the program: it makes the process recognisable as one of this data directory.
  const properties = { ...program.properties, "audit.data": dataDir };
  const args = javaArguments({ ...program, properties }, archive.flags);
  return context.group.start(program.id, { name: program.name, command: "java", args, env: {} }, () => archive.keep());
}
