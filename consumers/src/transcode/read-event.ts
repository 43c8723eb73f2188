// Runs a program over one event's bytes: cells into the table, JSON text into its columns. The one loop that every field of every event
// goes through, so instructions are numbers in one array and not objects.
import { MalformedAvro, type Walker } from "@audit-log/schemas";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { Cursor } from "./cursor.ts";
import { STRIDE } from "./fields.ts";
import type { WriteJson } from "./json.ts";
import type { Instruction } from "./program.ts";

/** What is read of the events of one record batch. */
export class EventTable {
  cells = new Int32Array(STRIDE * 1024);
  /** Milliseconds UTC. */
  eventTimes = new Float64Array(1024);
  sequences = new Float64Array(1024);
  offsets = new Float64Array(1024);
  schemaIds = new Int32Array(1024);
  rows = 0;

  /** Empty, with room for so many rows. */
  clear(rows: number): void {
    this.rows = 0;
    this.cells.fill(0, 0, STRIDE * rows);
    if (this.eventTimes.length < rows) {
      this.cells = new Int32Array(STRIDE * rows);
      this.eventTimes = new Float64Array(rows);
      this.sequences = new Float64Array(rows);
      this.offsets = new Float64Array(rows);
      this.schemaIds = new Int32Array(rows);
    }
  }

  /** The row behind the last becomes empty again: its event was refused half way. */
  forgetRow(): void {
    this.cells.fill(0, STRIDE * this.rows, STRIDE * (this.rows + 1));
  }
}

const TEXT = 0;
const TEXT_OR_NULL = 1;
const CHOICE = 2;
const ID = 3;
const EVENT_TIME = 4;
const SEQUENCE = 5;
const INT = 6;
const INT_OR_NULL = 7;
const RECORD_OR_NULL = 8;
const JSON_TEXT = 9;
const DETAILS = 10;
const SKIP = 11;

const ID_BYTES = 16;
/** Per instruction: what to do, and two operands. */
const WIDTH = 3;

/** Reads one event, `from.at` to `from.end`, into the row that follows the table's last. Throws MalformedAvro. */
export type ReadEvent = (from: Cursor, table: EventTable, jsonColumns: readonly ByteBuffer[]) => void;

export function eventReader(program: readonly Instruction[]): ReadEvent {
  const symbols: Int32Array[] = [];
  const writers: WriteJson[] = [];
  const branches: (readonly WriteJson[])[] = [];
  const walkers: Walker[] = [];

  function coded(instruction: Instruction): [op: number, first: number, second: number] {
    switch (instruction.op) {
      case "text":
        return [TEXT, instruction.cell, 0];
      case "textOrNull":
        return [TEXT_OR_NULL, instruction.cell, instruction.nothing];
      case "choice":
        return [CHOICE, instruction.cell, symbols.push(instruction.symbols) - 1];
      case "id":
        return [ID, instruction.cell, 0];
      case "eventTime":
        return [EVENT_TIME, 0, 0];
      case "sequence":
        return [SEQUENCE, 0, 0];
      case "int":
        return [INT, instruction.cell, 0];
      case "intOrNull":
        return [INT_OR_NULL, instruction.cell, instruction.nothing];
      case "recordOrNull":
        return [RECORD_OR_NULL, instruction.instructions, instruction.nothing];
      case "json":
        return [JSON_TEXT, instruction.column, writers.push(instruction.write) - 1];
      case "details":
        return [DETAILS, instruction.column, branches.push(instruction.branches) - 1];
      default:
        return [SKIP, walkers.push(instruction.walk) - 1, 0];
    }
  }
  const code = Int32Array.from(program.flatMap(coded));

  return (from, table, jsonColumns) => {
    const { cells, rows } = table;
    const base = rows * STRIDE;
    for (let pc = 0; pc < code.length; pc += WIDTH) {
      const cell = base + (code[pc + 1] ?? 0);
      const operand = code[pc + 2] ?? 0;
      switch (code[pc] ?? SKIP) {
        case TEXT:
          readText(from, cells, cell);
          break;
        case TEXT_OR_NULL:
          if (!isNull(from, operand)) readText(from, cells, cell);
          break;
        case CHOICE: {
          const symbol = symbols[operand]?.[from.long()];
          if (symbol === undefined) throw new MalformedAvro("enum symbol out of range");
          cells[cell] = symbol;
          break;
        }
        case ID:
          cells[cell] = from.at;
          from.advance(ID_BYTES);
          break;
        case EVENT_TIME:
          table.eventTimes[rows] = from.long();
          break;
        case SEQUENCE:
          table.sequences[rows] = from.long();
          break;
        case INT:
          cells[cell] = from.int();
          break;
        case INT_OR_NULL:
          if (!isNull(from, operand)) cells[cell] = from.int();
          break;
        case RECORD_OR_NULL:
          if (isNull(from, operand)) pc += WIDTH * (code[pc + 1] ?? 0);
          break;
        case JSON_TEXT:
          writeJson(writers[operand], from, jsonColumns[code[pc + 1] ?? 0]);
          break;
        case DETAILS:
          writeJson(branches[operand]?.[from.long()], from, jsonColumns[code[pc + 1] ?? 0]);
          break;
        default:
          from.at = walkers[code[pc + 1] ?? 0]?.(from.bytes.subarray(0, from.end), from.at) ?? 0;
          break;
      }
    }
    if (from.at > from.end) throw new MalformedAvro("ends in the middle of a value");
    if (from.at < from.end) throw new MalformedAvro(`${from.end - from.at} bytes follow the event`);
  };
}

function readText(from: Cursor, cells: Int32Array, cell: number): void {
  const length = from.length();
  cells[cell] = from.at;
  cells[cell + 1] = length;
  from.at += length;
}

function isNull(from: Cursor, nothing: number): boolean {
  const branch = from.long();
  if (branch !== 0 && branch !== 1) throw new MalformedAvro("union branch out of range");
  return branch === nothing;
}

const LENGTH_BYTES = 2;
const SHORT_JSON = 0x4000;
const EMPTY_JSON = 2;

/** JSON text behind its length; nothing for an empty object or list. */
function writeJson(write: WriteJson | undefined, from: Cursor, to: ByteBuffer | undefined): void {
  if (write === undefined || to === undefined) throw new MalformedAvro("union branch out of range");
  const start = to.end;
  to.reserve(LENGTH_BYTES);
  to.end += LENGTH_BYTES;
  write(from, to);
  const length = to.end - start - LENGTH_BYTES;
  if (length === EMPTY_JSON) {
    to.end = start;
    to.varint(0);
  } else if (length < SHORT_JSON) {
    // Two bytes also where one would do: the length is known last, and a varint may be longer than it must.
    to.bytes[start] = (length & 0x7f) | 0x80;
    to.bytes[start + 1] = length >>> 7;
  } else {
    const text = Buffer.from(to.bytes.subarray(start + LENGTH_BYTES, to.end));
    to.end = start;
    to.varint(length);
    to.raw(text);
  }
}
