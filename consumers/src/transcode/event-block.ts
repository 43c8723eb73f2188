// The columns of the block that is being filled: many rows at once from a table (the fast path), or one from an event (the slow one).
import { type Column, columns, envelopeSchema, type StoredEvent } from "@audit-log/schemas";
import { type ByteBuffer } from "./byte-buffer.ts";
import { appendTexts, appendWords, PlainColumn, type TableSpan, WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { CHOICES, cellOf, ID, JSONS, STATUS_CODE, STRIDE, TEXTS, WORDS } from "./fields.ts";
import type { EventTable } from "./read-event.ts";
import { symbolsAt } from "./symbols.ts";

/** What all rows of a record batch have in common. */
export interface Origin {
  domain: string;
  topic: string;
  partition: number;
  /** Milliseconds UTC. */
  receivedTime: number;
}

type BlockColumn = PlainColumn | WordColumn;

export class EventBlock {
  rows = 0;
  readonly rowsByDomain = new Map<string, number>();
  /** By name. */
  readonly columns = new Map<string, BlockColumn>();
  readonly json: readonly ByteBuffer[];
  readonly #choices: readonly { column: WordColumn; path: string; symbols: readonly string[] }[];

  constructor() {
    for (const { name, type } of columns)
      this.columns.set(name, type === "LowCardinality(String)" ? new WordColumn() : new PlainColumn());
    this.json = JSONS.map(([name]) => this.#plain(name).data);
    this.#choices = CHOICES.map(([name, path]) => ({
      column: this.#word(name),
      path,
      symbols: symbolsAt(envelopeSchema, path),
    }));
    this.clear();
  }

  clear(): void {
    this.rows = 0;
    this.rowsByDomain.clear();
    for (const column of this.columns.values()) column.clear();
    // The cells are the symbols' numbers: the dictionary has all of them, in this order.
    for (const { column, symbols } of this.#choices)
      for (const symbol of symbols) column.dictionary.numberOfText(symbol);
  }

  /** Where every column ends now. */
  mark(): BlockMark {
    return Array.from(this.columns.values(), (column) => column.mark());
  }

  /** Takes away the last `rows` of a domain: what came after `mark`. */
  back(mark: BlockMark, domain: string, rows: number): void {
    this.#count(domain, -rows);
    for (const [index, column] of [...this.columns.values()].entries()) column.back(mark[index] ?? 0);
  }

  /**
   * Every row of the table; their JSON is there already. Returns what the columns of texts and the dictionaries of words have got, in
   * the order of TEXTS and WORDS.
   */
  appendTable(table: EventTable, source: Cursor, origin: Origin): Buffer[] {
    const { cells, rows } = table;
    const span = (path: string) => ({ first: cellOf(path), stride: STRIDE, rows });
    const written = [
      ...TEXTS.map(([name, path]) => appendTexts(this.#plain(name), source, cells, span(path))),
      ...WORDS.map(([name, path]) => appendWords(this.#word(name), source, cells, span(path))),
    ];
    for (const { column, path } of this.#choices) appendChoices(column, cells, span(path));
    appendIds(this.#plain("event_id").data, source, cells, span(ID));
    appendInts(this.#plain("status_code").data, cells, span(STATUS_CODE));
    appendLongs(this.#plain("event_time").data, table.eventTimes, rows);
    appendLongs(this.#plain("producer_sequence").data, table.sequences, rows);
    appendLongs(this.#plain("kafka_offset").data, table.offsets, rows);
    appendInts(this.#plain("schema_id").data, table.schemaIds, { first: 0, stride: 1, rows });
    this.#appendOrigin(origin, rows);
    this.#count(origin.domain, rows);
    return written;
  }

  appendEvent(stored: StoredEvent): void {
    for (const column of columns) appendValue(column, this.columns.get(column.name), stored);
    this.#count(stored.domain, 1);
  }

  #count(domain: string, rows: number): void {
    this.rows += rows;
    this.rowsByDomain.set(domain, (this.rowsByDomain.get(domain) ?? 0) + rows);
  }

  #appendOrigin({ domain, topic, partition, receivedTime }: Origin, rows: number): void {
    for (const [name, text] of [
      ["domain", domain],
      ["kafka_topic", topic],
      ["network_class", ""],
      ["country", ""],
      ["network_operator", ""],
      ["client_kind", ""],
    ] as const) {
      const column = this.#word(name);
      column.repeat(column.dictionary.numberOfText(text), rows);
    }
    const times = this.#plain("received_time").data;
    const partitions = this.#plain("kafka_partition").data;
    times.reserve(rows * 8);
    partitions.reserve(rows * 4);
    for (let row = 0; row < rows; row++) {
      times.int64(receivedTime);
      partitions.int32(partition);
    }
  }

  /** What a column of numbers or ids holds. */
  bytes(name: string): Buffer {
    return this.#plain(name).data.written();
  }

  /** What a column of words holds, per row. */
  words(name: string): string[] {
    return this.#word(name).texts();
  }

  #plain(name: string): PlainColumn {
    const column = this.columns.get(name);
    if (!(column instanceof PlainColumn)) throw new Error(`${name} is no plain column`);
    return column;
  }

  #word(name: string): WordColumn {
    const column = this.columns.get(name);
    if (!(column instanceof WordColumn)) throw new Error(`${name} is no column of words`);
    return column;
  }
}

export type BlockMark = readonly number[];

function appendChoices(column: WordColumn, cells: Int32Array, { first, stride, rows }: TableSpan): void {
  column.reserve(rows);
  for (let row = 0, at = first; row < rows; row++, at += stride) column.push(cells[at] ?? 0);
}

/** ClickHouse's UUID: two 64-bit halves, each little endian. */
function appendIds(data: ByteBuffer, { view }: Cursor, cells: Int32Array, { first, stride, rows }: TableSpan): void {
  data.reserve(rows * 16);
  for (let row = 0, at = first; row < rows; row++, at += stride) {
    const start = cells[at] ?? 0;
    data.view.setBigUint64(data.end, view.getBigUint64(start), true);
    data.view.setBigUint64(data.end + 8, view.getBigUint64(start + 8), true);
    data.end += 16;
  }
}

function appendInts(data: ByteBuffer, cells: Int32Array, { first, stride, rows }: TableSpan): void {
  data.reserve(rows * 4);
  for (let row = 0, at = first; row < rows; row++, at += stride) data.int32(cells[at] ?? 0);
}

function appendLongs(data: ByteBuffer, values: Float64Array, rows: number): void {
  data.reserve(rows * 8);
  for (let row = 0; row < rows; row++) data.int64(values[row] ?? 0);
}

function appendValue(column: Column, to: BlockColumn | undefined, stored: StoredEvent): void {
  if (to instanceof WordColumn) {
    to.reserve(1);
    to.push(to.dictionary.numberOfText(String(column.value(stored))));
    return;
  }
  const data = to?.data;
  if (data === undefined) throw new Error(`the block has no column ${column.name}`);
  data.reserve(16);
  switch (column.type) {
    case "UUID": {
      const id = column.value(stored);
      data.view.setBigUint64(data.end, id.readBigUInt64BE(0), true);
      data.view.setBigUint64(data.end + 8, id.readBigUInt64BE(8), true);
      data.end += 16;
      return;
    }
    case "DateTime64(3, 'UTC')":
    case "UInt64":
      return data.int64(column.value(stored));
    case "Int32":
    case "UInt32":
      return data.int32(column.value(stored));
    default:
      return data.text(column.value(stored));
  }
}
