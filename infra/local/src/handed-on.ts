/** What every program started here is given of our own environment, and no more: where commands are, and what Node has compiled before. */
import process from "node:process";

const NAMES = ["PATH", "NODE_COMPILE_CACHE"];

export const handedOn = (): Record<string, string> =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
