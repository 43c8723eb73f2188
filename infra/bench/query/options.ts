// What may follow `npm run bench:query --`.
import { parseArgs } from "node:util";

export interface Options {
  readonly rows: number;
  /** Times that each question is asked, each time of another scope or value. */
  readonly rounds: number;
  /** Where the table is kept; undefined: nowhere. A table that is there is asked as it is. */
  readonly folder: string | undefined;
  /** Whether a plain table is made of the same rows and asked the same. */
  readonly plain: boolean;
  /** At once, at the end; 0: that is not measured. */
  readonly readers: number;
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "100000000" },
      rounds: { type: "string", default: "20" },
      folder: { type: "string" },
      plain: { type: "boolean", default: false },
      readers: { type: "string", default: "0" },
    },
  });
  return {
    rows: wholeNumber("rows", values.rows),
    rounds: wholeNumber("rounds", values.rounds),
    folder: values.folder,
    plain: values.plain,
    readers: values.readers === "0" ? 0 : wholeNumber("readers", values.readers),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} ${text}: a whole number above 0`);
  return Number(text);
}
