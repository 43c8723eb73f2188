// The columns of the block that is being filled: many rows at once from a table (the fast path), or one from an event (the slow one).
import { type Column, columns, envelopeSchema, type StoredEvent } from "@audit-log/schemas";
import { clientKindOf } from "../enrich/client-kind.ts";
import type { Enricher } from "../ports.ts";
import { initiatorOf } from "../stages/enrich.ts";
import { type ByteBuffer } from "./byte-buffer.ts";
import { appendTexts, appendWords, PlainColumn, WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { ENTRY_WORDS, EntryTexts } from "./entry-texts.ts";
import { type EventTable, placeOf } from "./event-table.ts";
import { FoundNetworks } from "./found-networks.ts";
import { FoundPlaces } from "./found-places.ts";
import { FoundWords } from "./found-words.ts";
import { CHOICES, ID, STATUS_CODE, TEXTS, WORDS } from "./fields.ts";
import { NamedInitiators } from "./named-initiators.ts";
import { NewPlaces } from "./new-places.ts";
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
  readonly initiators = new NamedInitiators(symbolsAt(envelopeSchema, "initiator.kind"));
  readonly newPlaces: NewPlaces;
  /** By name. */
  readonly columns = new Map<string, BlockColumn>();
  readonly #enricher: Enricher;
  readonly #places: FoundPlaces;
  readonly #networks: FoundNetworks;
  readonly #kinds: FoundWords;
  readonly #locations: FoundWords;
  readonly #texts: readonly { column: PlainColumn; place: number }[];
  readonly #words: readonly { column: WordColumn; place: number }[];
  readonly #entries: EntryTexts;
  readonly #choices: readonly { column: WordColumn; place: number; symbols: readonly string[] }[];

  constructor(enricher: Enricher) {
    for (const { name, type } of columns)
      this.columns.set(name, type === "LowCardinality(String)" ? new WordColumn() : new PlainColumn());
    this.#enricher = enricher;
    this.#places = new FoundPlaces(
      this.#plain("organization_id"),
      this.#plain("folder_id"),
      symbolsAt(envelopeSchema, "scope.type"),
      enricher,
    );
    this.newPlaces = new NewPlaces({
      scopes: this.#plain("scope_id").data,
      organizations: this.#plain("organization_id").data,
      folders: this.#plain("folder_id").data,
    });
    this.#networks = new FoundNetworks(this.#word("network_class"));
    this.#kinds = new FoundWords([this.#word("client_kind")], (agent) => [clientKindOf(agent)]);
    const locations = ["country", "network_operator"].map((name) => this.#word(name));
    this.#locations = new FoundWords(locations, (address) => {
      const { country, networkOperator } = enricher.location(address);
      return [country, networkOperator];
    });
    this.#texts = TEXTS.map(([name, path]) => ({ column: this.#plain(name), place: placeOf(path) }));
    this.#words = WORDS.map(([name, path]) => ({ column: this.#word(name), place: placeOf(path) }));
    this.#choices = CHOICES.map(([name, path]) => ({
      column: this.#word(name),
      place: placeOf(path),
      symbols: symbolsAt(envelopeSchema, path),
    }));
    this.#entries = new EntryTexts(
      this.#plain("entry").data,
      ENTRY_WORDS.map((name) => this.#word(name)),
    );
    this.clear();
  }

  clear(): void {
    this.rows = 0;
    this.rowsByDomain.clear();
    this.initiators.clear();
    for (const column of this.columns.values()) column.clear();
    this.#networks.clear();
    this.#kinds.clear(0);
    this.#locations.clear(this.#enricher.version);
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
   * Every row of the table. Returns what the columns of texts and the dictionaries of words have got, in the order of TEXT_PATHS: nothing
   * of the texts that are only in the entry.
   */
  appendTable(table: EventTable, source: Cursor, origin: Origin): Buffer[] {
    const { rows } = table;
    const written: Buffer[] = this.#places.append(source, table);
    for (const { column, place } of this.#texts) written.push(appendTexts(column, source, table, place));
    for (const { column, place } of this.#words) written.push(appendWords(column, source, table, place));
    this.#networks.append(source, table);
    this.#kinds.append(source, table, USER_AGENTS);
    if (this.#enricher.knowsAddresses) this.#locations.append(source, table, ADDRESSES);
    else this.#locations.appendNothing(rows);
    for (const { column, place } of this.#choices) column.pushAll(table.cells.subarray(place, place + rows));
    appendIds(this.#plain("event_id").data, source, table);
    appendInts(this.#plain("status_code").data, table.cells, placeOf(STATUS_CODE), rows);
    appendInts(this.#plain("schema_id").data, table.schemaIds, 0, rows);
    appendLongs(this.#plain("event_time").data, table.eventTimes, rows);
    appendLongs(this.#plain("producer_sequence").data, table.sequences, rows);
    appendLongs(this.#plain("kafka_offset").data, table.offsets, rows);
    this.#appendOrigin(origin, rows);
    this.#entries.append(source, table);
    this.#count(origin.domain, rows);
    return written;
  }

  appendEvent(stored: StoredEvent): void {
    const initiator = initiatorOf(stored.event);
    if (initiator !== undefined) this.initiators.readOne(initiator);
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

const ID_PLACE = placeOf(ID);
const USER_AGENTS = placeOf("userAgent");
const ADDRESSES = placeOf("sourceIpAddress");

/** ClickHouse's UUID: two 64-bit halves, each little endian. */
function appendIds(data: ByteBuffer, { view }: Cursor, { cells, rows }: EventTable): void {
  data.reserve(rows * 16);
  for (let row = 0; row < rows; row++) {
    const start = cells[ID_PLACE + row] ?? 0;
    data.view.setBigUint64(data.end, view.getBigUint64(start), true);
    data.view.setBigUint64(data.end + 8, view.getBigUint64(start + 8), true);
    data.end += 16;
  }
}

function appendInts(data: ByteBuffer, values: Int32Array, first: number, rows: number): void {
  data.reserve(rows * 4);
  for (let row = 0; row < rows; row++) data.int32(values[first + row] ?? 0);
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
    case "Bytes": {
      const bytes = column.value(stored);
      data.varint(bytes.length);
      return data.raw(bytes);
    }
    default:
      return data.text(column.value(stored));
  }
}
