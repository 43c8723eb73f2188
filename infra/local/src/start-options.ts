// What `npm start` may be told.
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export interface StartOptions {
  /** Begin anew: what is stored is thrown away. */
  fresh: boolean;
  /** Tell the demo's story where it was not told yet. */
  demo: boolean;
  /** Start, hold every answer against what was recorded, stop. */
  check: boolean;
  /** Where everything is kept: engines, data, run.json. Default: `.local` in the repository. */
  folder: string;
  help: boolean;
}

export const USAGE = `npm start                 the whole pipeline on this machine, until Ctrl-C
npm start -- --fresh      begin anew: throw away what is stored
npm start -- --no-demo    without the demo's story
npm start -- --check      start, verify every demo event through the API, stop
npm start -- --folder F   keep everything in the folder F instead of .local`;

/** Where `npm start` keeps everything unless it is told another folder. */
export const FOLDER = fileURLToPath(new URL("../../../.local/", import.meta.url));

/** Below it: what is stored, and there the engines' own. */
export const dataFolder = (folder: string): string => join(folder, "data");
export const enginesFolder = (folder: string): string => join(dataFolder(folder), "engines");

/** The command line is wrong: a sentence and the usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Throws UsageError. */
export function startOptions(args: string[]): StartOptions {
  const options = {
    fresh: { type: "boolean" },
    demo: { type: "boolean" },
    check: { type: "boolean" },
    folder: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    const { values } = parseArgs({ args, options, allowNegative: true });
    return {
      fresh: values.fresh ?? false,
      demo: values.demo ?? true,
      check: values.check ?? false,
      folder: resolve(values.folder ?? FOLDER),
      help: values.help ?? false,
    };
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`);
  }
}
