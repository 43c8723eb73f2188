// What is read of some events before it is copied into columns: per leaf of the envelope a column of cells, so that what reads a leaf of
// every event reads memory in order. Small enough to stay in the processor's cache. JSON is written here first: the parts of an entry have
// another order than the fields of an event.
import { ByteBuffer } from "./byte-buffer.ts";
import { CELLS, cellOf } from "./fields.ts";

/** Events that a table holds at the most. */
export const ROWS = 256;

export class EventTable {
  readonly cells = new Int32Array(CELLS * ROWS);
  /** Milliseconds UTC. */
  readonly eventTimes = new Float64Array(ROWS);
  readonly sequences = new Float64Array(ROWS);
  readonly offsets = new Float64Array(ROWS);
  readonly schemaIds = new Int32Array(ROWS);
  /** JSON texts, which their cells are places in. */
  readonly json = new ByteBuffer();
  /** Events in it. What is read next goes into the row behind them, and counts when it is accepted. */
  rows = 0;

  clear(): void {
    this.rows = 0;
    this.json.end = 0;
  }
}

/** Where the cells of a leaf begin; of a text its starts, and ROWS behind them its lengths. */
export const placeOf = (path: string): number => cellOf(path) * ROWS;
