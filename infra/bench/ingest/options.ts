// What may follow `npm run bench:ingest --`.
import { parseArgs } from "node:util";
import type { Contestant } from "./contestant.ts";
import { contestants } from "./contestants.ts";
import { SIZES, type Size } from "./events.ts";

export interface Options {
  events: number;
  rounds: number;
  /** The result of the first one stands at the top of the last line. */
  sizes: readonly [Size, ...Size[]];
  contestants: readonly Contestant[];
  /** Folder of the worker's profile, if that is what is wanted. */
  profile: string | undefined;
  freshness: boolean;
  /** Events per second of the load when freshness is measured; undefined: half of the worker's maximum. */
  rate: number | undefined;
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      events: { type: "string", default: "300000" },
      rounds: { type: "string", default: "3" },
      size: { type: "string", default: "small" },
      only: { type: "string" },
      profile: { type: "string" },
      freshness: { type: "boolean", default: false },
      rate: { type: "string" },
    },
  });
  return {
    events: wholeNumber("events", values.events),
    rounds: wholeNumber("rounds", values.rounds),
    sizes: values.size === "both" ? SIZES : [sizeOf(values.size)],
    contestants: values.only === undefined ? contestants : values.only.split(",").map(contestantOf),
    profile: values.profile,
    freshness: values.freshness,
    rate: values.rate === undefined ? undefined : wholeNumber("rate", values.rate),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} ${text}: a whole number above 0`);
  return Number(text);
}

function sizeOf(text: string): Size {
  const size = SIZES.find((known) => known === text);
  if (size === undefined) throw new Error(`--size ${text}: there are ${SIZES.join(", ")} and both`);
  return size;
}

function contestantOf(name: string): Contestant {
  const found = contestants.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`--only ${name}: there are ${contestants.map((one) => one.name).join(", ")}`);
  return found;
}
