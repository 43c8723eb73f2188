// The main path of the transcoder: the records of a batch → rows of the block, or the reasons why not. What is not fast is read through
// avsc, and both give the same rows (both-paths.test.ts).
import {
  domainOfTopic,
  HEADER_BYTES,
  MAX_EVENT_BYTES,
  MalformedAvro,
  readWireHeader,
  type StoredEvent,
  uuidText,
} from "@audit-log/schemas";
import { ZstdUnpacker } from "../fetch/zstd.ts";
import type { RecordBatch, Refused } from "../record.ts";
import type { Enricher } from "../ports.ts";
import { enrichmentOf } from "../stages/enrich.ts";
import { candidateOf, decode } from "../stages/decode.ts";
import type { Decoder } from "../stages/decoder.ts";
import type { Reading } from "../stages/decoders.ts";
import type { StoredIds } from "../stages/stored-offsets.ts";
import { violation, type Violation } from "../stages/validate.ts";
import { EventBlock, type Origin } from "./event-block.ts";
import { EventTable, placeOf, ROWS } from "./event-table.ts";
import { ID } from "./fields.ts";
import type { ReadEvent } from "./read-event.ts";
import { readRecord } from "./read-record.ts";
import { RecordIndex } from "./record-index.ts";
import { areWellFormed, isWellFormed, Rules } from "./rules.ts";

export interface Appended {
  refused: Refused[];
  /** Records that were stored already. */
  skipped: number;
}

export interface Moment {
  /** Milliseconds UTC. */
  now: number;
  /** What topics begin with. */
  prefix: string;
  /** Why none of it may become a row, though nothing is wrong with it. */
  refusal?: Violation | undefined;
}

export interface OpenedBatch {
  batch: RecordBatch;
  schemaIds: ReadonlySet<number>;
}

/** How the bodies of a schema are read; every id that open() named is known. */
export type ReadingOf = (schemaId: number) => Reading | undefined;

export class Transcoder {
  readonly block: EventBlock;
  readonly #enricher: Enricher;
  readonly #zstd = new ZstdUnpacker();
  readonly #index = new RecordIndex();
  readonly #table = new EventTable();
  readonly #rules = new Rules();

  constructor(enricher: Enricher) {
    this.#enricher = enricher;
    this.block = new EventBlock(enricher);
  }

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

  /** Appends the batch that was opened last to the block. */
  append(
    batch: RecordBatch,
    readingOf: ReadingOf,
    stored: StoredIds | undefined,
    { now, prefix, refusal }: Moment,
  ): Appended {
    const { topic, partition } = batch;
    const origin = { domain: domainOfTopic(topic, prefix) ?? "", topic, partition, receivedTime: now };
    const work: Work = { batch, readingOf, stored, origin, refusal, refused: [], slow: [], skipped: 0 };
    for (let first = 0; first < this.#index.count; first += ROWS) this.#appendRows(first, work);
    for (const one of work.slow) this.block.appendEvent(one);
    return work;
  }

  /** So many records as a table has rows. */
  #appendRows(first: number, work: Work): void {
    const { block } = this;
    const table = this.#table;
    const { cursor } = this.#index;
    const mark = block.mark();
    const [refused, slow, { skipped }] = [work.refused.length, work.slow.length, work];
    this.#read(first, work, false);
    if (table.rows === 0) return;
    const written = block.appendTable(table, cursor, work.origin);
    if (!areWellFormed(table, cursor, written)) {
      block.back(mark, work.origin.domain, table.rows);
      work.refused.length = refused;
      work.slow.length = slow;
      work.skipped = skipped;
      this.#read(first, work, true);
      block.appendTable(table, cursor, work.origin);
    }
    block.initiators.read(cursor, table);
  }

  /** Fills the table anew. `carefully`: every text is looked at before its row is taken. */
  #read(first: number, work: Work, carefully: boolean): void {
    const index = this.#index;
    const end = Math.min(first + ROWS, index.count);
    this.#table.clear();
    for (let row = first; row < end; row++) {
      const offset = index.offset(row);
      if (offset < work.batch.from || offset >= work.batch.nextOffset) continue;
      const fault = this.#readRow(row, work, carefully);
      if (fault === undefined) continue;
      if (fault === STORED) work.skipped++;
      else work.refused.push({ record: readRecord(work.batch, index, row), schemaId: index.schemaId(row), ...fault });
    }
  }

  #readRow(row: number, work: Work, carefully: boolean): Fault {
    const index = this.#index;
    const schemaId = index.schemaId(row);
    const length = index.valueLength(row);
    if (schemaId === undefined) return unframed(length < 0 ? null : index.value(row));
    if (length > MAX_EVENT_BYTES)
      return { reason: "too-large", message: `${length} bytes; an event has at most ${MAX_EVENT_BYTES}` };
    const reading = work.readingOf(schemaId);
    if (reading === undefined) throw new Error(`schema ${schemaId} was not loaded`);
    if ("reason" in reading) return reading;
    return "fast" in reading
      ? this.#readFast(reading.fast, row, schemaId, work, carefully)
      : this.#readSlowly(reading.slow, row, schemaId, work);
  }

  #readFast(read: ReadEvent, row: number, schemaId: number, work: Work, carefully: boolean): Fault {
    const table = this.#table;
    const index = this.#index;
    const { cursor } = index;
    const start = index.valueStart(row);
    cursor.at = start + HEADER_BYTES;
    cursor.end = start + index.valueLength(row);
    const jsonEnd = table.json.end;
    const offset = index.offset(row);
    const fault =
      this.#faultOf(read, work.origin, carefully) ?? this.#ifStored(work.stored?.get(offset)) ?? work.refusal;
    if (fault !== undefined) {
      table.json.end = jsonEnd;
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
      read(cursor, table);
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
    const start = this.#table.cells[IDS + this.#table.rows] ?? 0;
    return uuidText(this.#index.cursor.bytes.subarray(start, start + 16)) === storedId ? STORED : undefined;
  }

  #readSlowly(decoder: Decoder, row: number, schemaId: number, { origin, stored, slow, refusal }: Work): Fault {
    const decoded = decode(this.#index.value(row).subarray(HEADER_BYTES), decoder);
    if (!decoded.ok) return decoded;
    const { event } = decoded;
    const offset = this.#index.offset(row);
    const fault = violation(candidateOf(event), origin.domain, origin.receivedTime);
    if (fault !== undefined) return fault;
    if (uuidText(event.id) === stored?.get(offset)) return STORED;
    if (refusal !== undefined) return refusal;
    slow.push({ event, enrichment: enrichmentOf(event, this.#enricher), schemaId, offset, ...origin });
    return undefined;
  }
}

/** A record batch while it is appended. */
interface Work extends Appended {
  batch: RecordBatch;
  readingOf: ReadingOf;
  /** Ids of events that are stored from its offsets. */
  stored: StoredIds | undefined;
  origin: Origin;
  refusal: Violation | undefined;
  /** Read through avsc. */
  slow: StoredEvent[];
}

/** Why a record becomes no row. */
type Fault = Violation | typeof STORED | undefined;
const STORED = "stored";
const IDS = placeOf(ID);

function unframed(value: Buffer | null): Violation {
  const header = readWireHeader(value);
  if (!("refused" in header)) throw new Error("a framed value has a schema id");
  return { reason: header.refused, message: "the value is not an Avro message" };
}
