// The main path of the transcoder: the records of a batch → rows of the block, or the reasons why not. What is not fast is read through
// avsc, and both give the same rows (both-paths.test.ts).
import {
  domainOfTopic,
  HEADER_BYTES,
  MAX_EVENT_BYTES,
  MalformedAvro,
  NO_ENRICHMENT,
  readWireHeader,
  type StoredEvent,
  uuidText,
} from "@audit-log/schemas";
import { ZstdUnpacker } from "../fetch/zstd.ts";
import type { RecordBatch, Refused } from "../record.ts";
import { candidateOf, decode } from "../stages/decode.ts";
import type { Decoder } from "../stages/decoder.ts";
import type { Reading } from "../stages/decoders.ts";
import type { StoredIds } from "../stages/stored-offsets.ts";
import { violation, type Violation } from "../stages/validate.ts";
import { EventBlock, type Origin } from "./event-block.ts";
import { cellOf, ID, STRIDE } from "./fields.ts";
import { EventTable, type ReadEvent } from "./read-event.ts";
import { readRecord } from "./read-record.ts";
import { RecordIndex } from "./record-index.ts";
import { areWellFormed, isWellFormed, Rules } from "./rules.ts";

export interface Appended {
  refused: Refused[];
  /** Records that were stored already. */
  skipped: number;
}

export interface OpenedBatch {
  batch: RecordBatch;
  schemaIds: ReadonlySet<number>;
}

/** How the bodies of a schema are read; every id that open() named is known. */
export type ReadingOf = (schemaId: number) => Reading | undefined;

export class Transcoder {
  readonly block = new EventBlock();
  readonly #zstd = new ZstdUnpacker();
  readonly #index = new RecordIndex();
  readonly #table = new EventTable();
  readonly #rules = new Rules();
  #slowly: StoredEvent[] = [];

  /** Finds a batch's records, and the schemas that they were written with. */
  open(batch: RecordBatch): OpenedBatch | { fault: string } {
    const fault = this.#unpacked(batch);
    if (fault !== undefined) return { fault };
    const schemaIds = new Set<number>();
    let last: number | undefined;
    for (let row = 0; row < this.#index.count; row++) {
      const id = this.#index.schemaId(row);
      if (id !== undefined && id !== last) schemaIds.add((last = id));
    }
    return { batch, schemaIds };
  }

  /** What is unpacked is valid until the next batch is. Answers what is wrong with it. */
  #unpacked(batch: RecordBatch): string | undefined {
    const { codec, bytes, unpackedBytes } = batch.records;
    if (codec === "none") return this.#index.read(bytes, batch);
    let records: Buffer;
    try {
      records = this.#zstd.unpack(bytes, unpackedBytes);
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
    return this.#index.read(records, batch);
  }

  /** Appends the batch that was opened last to the block. `now`: milliseconds UTC. */
  append(
    batch: RecordBatch,
    readingOf: ReadingOf,
    stored: StoredIds | undefined,
    { now, prefix }: { now: number; prefix: string },
  ): Appended {
    const { topic, partition } = batch;
    const origin = { domain: domainOfTopic(topic, prefix) ?? "", topic, partition, receivedTime: now };
    const mark = this.block.mark();
    const appended = this.#read(batch, readingOf, stored, origin, false);
    const written = this.block.appendTable(this.#table, this.#index.cursor, origin);
    if (areWellFormed(this.#table, this.#index.cursor, written)) return this.#appendSlow(appended);
    this.block.back(mark, origin.domain, this.#table.rows);
    const again = this.#read(batch, readingOf, stored, origin, true);
    this.block.appendTable(this.#table, this.#index.cursor, origin);
    return this.#appendSlow(again);
  }

  /** `carefully`: every text is looked at before its row is taken. */
  #read(
    batch: RecordBatch,
    readingOf: ReadingOf,
    stored: StoredIds | undefined,
    origin: Origin,
    carefully: boolean,
  ): Appended {
    const index = this.#index;
    const appended: Appended = { refused: [], skipped: 0 };
    this.#slowly = [];
    this.#table.clear(index.count);
    for (let row = 0; row < index.count; row++) {
      const offset = index.offset(row);
      if (offset < batch.from) continue;
      const schemaId = index.schemaId(row);
      const fault = this.#readRow(
        { start: index.valueStart(row), length: index.valueLength(row), offset, storedId: stored?.get(offset) },
        schemaId,
        schemaId === undefined ? undefined : readingOf(schemaId),
        origin,
        carefully,
      );
      if (fault === STORED) appended.skipped++;
      else if (fault !== undefined)
        appended.refused.push({ record: readRecord(batch, index, row), schemaId, ...fault });
    }
    return appended;
  }

  #readRow(
    value: Value,
    schemaId: number | undefined,
    reading: Reading | undefined,
    origin: Origin,
    carefully: boolean,
  ): Fault {
    const { start, length } = value;
    if (schemaId === undefined)
      return unframed(length < 0 ? null : this.#index.cursor.bytes.subarray(start, start + length));
    if (length > MAX_EVENT_BYTES)
      return { reason: "too-large", message: `${length} bytes; an event has at most ${MAX_EVENT_BYTES}` };
    if (reading === undefined) throw new Error(`schema ${schemaId} was not loaded`);
    if ("reason" in reading) return reading;
    return "fast" in reading
      ? this.#readFast(reading.fast, value, schemaId, origin, carefully)
      : this.#readSlowly(reading.slow, value, schemaId, origin);
  }

  #readFast(
    read: ReadEvent,
    { start, length, offset, storedId }: Value,
    schemaId: number,
    origin: Origin,
    carefully: boolean,
  ): Fault {
    const table = this.#table;
    const { cursor } = this.#index;
    const { json } = this.block;
    cursor.at = start + HEADER_BYTES;
    cursor.end = start + length;
    const marks = this.#jsonMarks;
    for (let column = 0; column < json.length; column++) marks[column] = json[column]?.end ?? 0;
    const fault = this.#faultOf(read, origin, carefully) ?? this.#ifStored(storedId);
    for (let column = 0; column < json.length; column++) {
      const data = json[column];
      if (data === undefined) continue;
      if (fault !== undefined) data.end = marks[column] ?? 0;
      else if (data.end === marks[column]) data.varint(0);
    }
    if (fault !== undefined) {
      table.forgetRow();
      return fault;
    }
    table.offsets[table.rows] = offset;
    table.schemaIds[table.rows] = schemaId;
    table.rows++;
    return undefined;
  }

  /** Reads the event at the cursor into the row behind the table's last. An event that is not whole is not looked at any further. */
  #faultOf(read: ReadEvent, { domain, receivedTime }: Origin, carefully: boolean): Violation | undefined {
    const table = this.#table;
    const { cursor } = this.#index;
    cursor.isMalformedText = false;
    try {
      read(cursor, table, this.block.json);
    } catch (cause) {
      if (!(cause instanceof MalformedAvro)) throw cause;
      return { reason: "malformed-avro", message: cause.message };
    }
    const broken = violation(this.#rules.candidateIn(table, cursor), domain, receivedTime);
    const isSuspect = carefully || broken !== undefined || cursor.isMalformedText;
    if (isSuspect && (cursor.isMalformedText || !isWellFormed(table, table.rows, cursor)))
      return { reason: "malformed-text", message: "a text is not UTF-8" };
    return broken;
  }

  /** The event in the row behind the table's last. */
  #ifStored(storedId: string | undefined): typeof STORED | undefined {
    if (storedId === undefined) return undefined;
    const start = this.#table.cells[this.#table.rows * STRIDE + ID_CELL] ?? 0;
    return uuidText(this.#index.cursor.bytes.subarray(start, start + 16)) === storedId ? STORED : undefined;
  }

  #readSlowly(decoder: Decoder, { start, length, offset, storedId }: Value, schemaId: number, origin: Origin): Fault {
    const decoded = decode(this.#index.cursor.bytes.subarray(start + HEADER_BYTES, start + length), decoder);
    if (!decoded.ok) return decoded;
    const { event } = decoded;
    const fault = violation(candidateOf(event), origin.domain, origin.receivedTime);
    if (fault !== undefined) return fault;
    if (uuidText(event.id) === storedId) return STORED;
    this.#slowly.push({ event, enrichment: NO_ENRICHMENT, schemaId, offset, ...origin });
    return undefined;
  }

  #appendSlow(appended: Appended): Appended {
    for (const stored of this.#slowly) this.block.appendEvent(stored);
    return appended;
  }

  readonly #jsonMarks: number[] = [];
}

/** Where a value is, and the id of the event that is stored from its offset, if one is. */
interface Value {
  start: number;
  length: number;
  offset: number;
  storedId: string | undefined;
}

/** Why a record becomes no row. */
type Fault = Violation | typeof STORED | undefined;
const STORED = "stored";
const ID_CELL = cellOf(ID);

function unframed(value: Buffer | null): Violation {
  const header = readWireHeader(value);
  if (!("refused" in header)) throw new Error("a framed value has a schema id");
  return { reason: header.refused, message: "the value is not an Avro message" };
}
