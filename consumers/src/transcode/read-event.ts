// A program → the function that reads one event's bytes: cells and JSON texts into the table. Every field of every event goes through it,
// so it is JavaScript made for the one schema, with every position in it a constant. What is put into it are numbers that were counted here,
// never a word of the schema.
import { compileFunction } from "node:vm";
import { MalformedAvro, type Walker } from "@audit-log/schemas";
import type { Cursor } from "./cursor.ts";
import { type EventTable, ROWS } from "./event-table.ts";
import type { WriteJson } from "./json.ts";
import { writeJson } from "./json-text.ts";
import type { Instruction } from "./program.ts";

/** Reads one event, `from.at` to `from.end`, into the row behind the table's last, all of its cells. Throws MalformedAvro. */
export type ReadEvent = (from: Cursor, table: EventTable) => void;

const ID_BYTES = 16;

/** What the code needs that is not a number. */
interface Parts {
  symbols: Int32Array[];
  writers: WriteJson[];
  branches: (readonly WriteJson[])[];
  walkers: Walker[];
}

export function eventReader(program: readonly Instruction[]): ReadEvent {
  const parts: Parts = { symbols: [], writers: [], branches: [], walkers: [] };
  const code = `return function readEvent(from, table) {
  const { bytes, end } = from;
  const { cells, json, rows } = table;
  let at = from.at, value = 0;
${block(program, parts)}
  from.at = at;
  if (at !== end) wrongEnd(from);
};`;
  const make = compileFunction(code, ["parts", "writeJson", "malformed", "wrongEnd"]);
  return make(parts, writeJson, malformed, wrongEnd);
}

const block = (program: readonly Instruction[], parts: Parts): string =>
  program.map((instruction) => statement(instruction, parts)).join("\n");

function statement(instruction: Instruction, parts: Parts): string {
  switch (instruction.op) {
    case "text":
      return text(instruction.cell);
    case "choice":
      return choice(instruction.cell, parts.symbols.push(instruction.symbols) - 1);
    case "id":
      return `  ${cell(instruction.cell)} = at; at += ${ID_BYTES};`;
    case "eventTime":
      return `${number("long")} table.eventTimes[rows] = value;`;
    case "sequence":
      return `${number("long")} table.sequences[rows] = value;`;
    case "int":
      return `${number("int")} ${cell(instruction.cell)} = value;`;
    case "orNull":
      return `${union(instruction.nothing)} {
${absent(instruction.present)}
  } else {
${block(instruction.present, parts)}
  }`;
    case "absent":
      return absent(instruction.what);
    case "json":
      return json(instruction.cell, `parts.writers[${parts.writers.push(instruction.write) - 1}]`);
    case "details":
      return `${number("long")}
${json(instruction.cell, `parts.branches[${parts.branches.push(instruction.branches) - 1}][value]`)}`;
    default:
      return `  at = parts.walkers[${parts.walkers.push(instruction.walk) - 1}](bytes.subarray(0, end), at);`;
  }
}

const cell = (number: number): string => `cells[${number * ROWS} + rows]`;

/** A number of one byte is the usual case; every other one is the cursor's. */
const number = (kind: "long" | "int"): string => `  value = bytes[at];
  if (value < 0x80) { at++; value = (value >>> 1) ^ -(value & 1); }
  else { from.at = at; value = from.${kind}(); at = from.at; }`;

const text = (first: number): string => `${number("long")}
  if (value < 0 || value > end - at) malformed(value < 0 ? "negative length" : "ends in the middle of a value");
  ${cell(first)} = at; ${cell(first + 1)} = value; at += value;`;

const choice = (first: number, symbols: number): string => `${number("long")}
  value = parts.symbols[${symbols}][value];
  if (value === undefined) malformed("enum symbol out of range");
  ${cell(first)} = value;`;

const union = (nothing: number): string => `${number("long")}
  if (value !== 0 && value !== 1) malformed("union branch out of range");
  if (value === ${nothing})`;

const json = (first: number, writer: string): string => `  from.at = at; ${cell(first)} = json.end;
  ${cell(first + 1)} = writeJson(${writer}, from, json); at = from.at;`;

/** The cells of what is not there. */
const absent = (program: readonly Instruction[]): string => program.map(nothing).join("\n");

function nothing(instruction: Instruction): string {
  switch (instruction.op) {
    case "text":
    case "json":
      return `  ${cell(instruction.cell)} = 0; ${cell(instruction.cell + 1)} = 0;`;
    case "int":
      return `  ${cell(instruction.cell)} = 0;`;
    case "orNull":
      return absent(instruction.present);
    case "absent":
      return absent(instruction.what);
    case "skip":
      return "";
    default:
      throw new Error(`${instruction.op} cannot be absent`);
  }
}

function malformed(why: string): never {
  throw new MalformedAvro(why);
}

function wrongEnd({ at, end }: Cursor): never {
  return malformed(at > end ? "ends in the middle of a value" : `${end - at} bytes follow the event`);
}
