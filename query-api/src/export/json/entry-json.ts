// A row on the wire → the JSON text of its entry, byte by byte what JSON.stringify makes of entryOfRow (entries/entry-of-row.ts), without making
// a value of JavaScript. What is not plain to see (free-form text that is no canonical JSON, a delegation, marks of what was cut) goes that way
// itself: the list's own code has the last word.
import { entryOfRow } from "../../entries/entry-of-row.ts";
import type { EntryColumn } from "../../query/entry-row.ts";
import { placeOf } from "../../wire/columns.ts";
import type { RowReader } from "../../wire/row-reader.ts";
import { rowOf } from "../../wire/wire-values.ts";
import { type ByteWriter, Piece } from "./byte-writer.ts";
import { CanonicalObject } from "./canonical-object.ts";
import { EventHeads } from "./event-heads.ts";
import type { KnownInitiator } from "./initiators.ts";
import { IsoTime, millisecondsAt } from "./iso-time.ts";
import { ScopeParts } from "./scope-parts.ts";
import { writeDetail } from "./sentence.ts";
import { writeUuid } from "./uuid-text.ts";

const at = placeOf;
const [ID, TIME, RECEIVED] = [at("event_id"), at("event_time"), at("received_time")];
const [OUTCOME, STATUS, DETAILS] = [at("outcome"), at("status_code"), at("details")];
const [SCOPE_ID, RESOURCE_ID, RESOURCE_NAME] = [at("scope_id"), at("resource_id"), at("resource_name")];
const [ENDPOINT, NETWORK, SEQUENCE] = [at("request_endpoint"), at("network_class"), at("producer_sequence")];
const [DELEGATION, TRUNCATIONS] = [at("delegation"), at("truncations")];
const FREE_FORM = (["request_headers", "request_parameters", "request_body", "details", "result"] as const).map(at);

/** A value of the row behind its name, left out where it is empty. */
interface Member {
  readonly place: number;
  readonly before: Piece;
}
const member = (before: string, column: EntryColumn): Member => ({ place: at(column), before: new Piece(before) });

const OPEN = new Piece('{"id":"');
const EVENT_TIME = new Piece('","eventTimeStamp":"');
const RECEIVED_TIME = new Piece('","receivedTimeStamp":"');
const RESOURCE = [member(',"resource":{"type":"', "resource_type"), member(',"id":"', "resource_id")] as const;
const RESOURCE_TITLE = member(',"name":"', "resource_name");
const RESULT = member('},"outcome":{"result":"', "outcome");
const STATUS_CODE = new Piece(',"statusCode":');
const MESSAGE = member(',"message":"', "status_message");
const ADDRESS = member(',"sourceIpAddress":"', "source_ip_address");
const NETWORK_PARTS = [
  member(',"network":{"class":"', "network_class"),
  member(',"country":"', "country"),
  member(',"operator":"', "network_operator"),
];
const AGENT = [member(',"userAgent":"', "user_agent"), member(',"clientKind":"', "client_kind")];
const REQUEST_TEXTS = [member(',"request":{"endpoint":"', "request_endpoint"), member(',"method":"', "request_method")];
const REQUEST_OBJECTS = [
  member(',"headers":', "request_headers"),
  member(',"parameters":', "request_parameters"),
  member(',"body":', "request_body"),
];
const IDS = [
  member(',"correlationId":"', "correlation_id"),
  member(',"operationId":"', "operation_id"),
  member(',"traceparent":"', "traceparent"),
];
const OBJECTS = [member(',"details":', "details"), member(',"result":', "result")];
const PRODUCER = member(',"producer":{"id":"', "producer_id");
const PRODUCER_SEQUENCE = new Piece(',"sequence":');
const CLOSE = new Piece("}");
const END = new Piece("}}");
const QUOTE = 0x22;

/** All names and fixed texts of an entry together are shorter. */
const NAMES_BYTES = 4096;
/** A byte that is escaped is six, and a text may be part of the sentence, too. */
const MOST_PER_BYTE = 12;
const ZERO = 0x30;
const NINE = 0x39;
/** A number of so many digits is an exact double, and JavaScript writes it as it stands here. */
const MOST_DIGITS = 15;

export class EntryJson {
  readonly #heads = new EventHeads();
  readonly #scopes = new ScopeParts();
  // One each, because each remembers its day.
  readonly #time = new IsoTime();
  readonly #received = new IsoTime();
  readonly #details = new CanonicalObject();
  readonly #other = new CanonicalObject();

  /** Writes the row that was read last. */
  write(row: RowReader, initiator: KnownInitiator, to: ByteWriter): void {
    if (this.#isPlain(row)) this.#writePlain(row, initiator, to);
    else writeByValues(row, initiator, to);
  }

  #isPlain(row: RowReader): boolean {
    const { bytes, view, starts, ends } = row;
    if (lengthAt(row, DELEGATION) > 0 || lengthAt(row, TRUNCATIONS) > 0) return false;
    if (!isNumber(row, STATUS) || !isNumber(row, SEQUENCE)) return false;
    this.#details.keys = 0;
    for (const place of FREE_FORM) {
      const start = starts[place] ?? 0;
      const end = ends[place] ?? 0;
      if (start === end) continue;
      if (!(place === DETAILS ? this.#details : this.#other).read(bytes, view, start, end)) return false;
    }
    return true;
  }

  #writePlain(row: RowReader, initiator: KnownInitiator, to: ByteWriter): void {
    const { bytes, view, starts } = row;
    const from = starts[0] ?? 0;
    to.reserve(
      NAMES_BYTES +
        initiator.entry.length +
        initiator.name.length +
        ((row.ends[TRUNCATIONS] ?? 0) - from) * MOST_PER_BYTE,
    );
    to.piece(OPEN);
    writeUuid(bytes, starts[ID] ?? 0, to);
    to.piece(EVENT_TIME);
    this.#time.write(millisecondsAt(view, starts[TIME] ?? 0), to);
    to.piece(RECEIVED_TIME);
    this.#received.write(millisecondsAt(view, starts[RECEIVED] ?? 0), to);
    this.#sentence(row, initiator, to);
    to.piece(this.#scopes.of(row));
    to.piece(initiator.entry);
    for (const part of RESOURCE) writeText(row, part, to);
    writePresent(row, RESOURCE_TITLE, to);
    writeText(row, RESULT, to);
    if (bytes[starts[STATUS] ?? 0] !== ZERO) {
      to.piece(STATUS_CODE);
      copy(row, STATUS, to);
    }
    writePresent(row, MESSAGE, to);
    to.piece(CLOSE);
    writePresent(row, ADDRESS, to);
    if (lengthAt(row, NETWORK) > 0) {
      for (const part of NETWORK_PARTS) writePresent(row, part, to);
      to.piece(CLOSE);
    }
    for (const part of AGENT) writePresent(row, part, to);
    if (lengthAt(row, ENDPOINT) > 0) {
      for (const part of REQUEST_TEXTS) writePresent(row, part, to);
      for (const part of REQUEST_OBJECTS) this.#writeObject(row, part, to);
      to.piece(CLOSE);
    }
    for (const part of IDS) writePresent(row, part, to);
    for (const part of OBJECTS) this.#writeObject(row, part, to);
    writeText(row, PRODUCER, to);
    to.piece(PRODUCER_SEQUENCE);
    copy(row, SEQUENCE, to);
    to.piece(END);
  }

  #sentence(row: RowReader, initiator: KnownInitiator, to: ByteWriter): void {
    const head = this.#heads.of(row);
    to.piece(head.members);
    const { sentence } = head;
    if (sentence === undefined) return to.piece(head.name);
    const { bytes, starts, ends } = row;
    // Of three words, the first letter tells: SUCCESS, FAILURE, DENIED.
    if (bytes[starts[OUTCOME] ?? 0] !== 0x53) {
      const prefix = sentence.prefixes.get(bytes.toString("latin1", starts[OUTCOME], ends[OUTCOME]));
      if (prefix !== undefined) to.piece(prefix);
    }
    for (const part of sentence.parts)
      switch (part.kind) {
        case "literal":
          to.piece(part.text);
          break;
        case "initiator":
          to.piece(initiator.name);
          break;
        case "scope":
          to.escaped(bytes, row.view, starts[SCOPE_ID] ?? 0, ends[SCOPE_ID] ?? 0);
          break;
        case "resource": {
          const place = lengthAt(row, RESOURCE_NAME) > 0 ? RESOURCE_NAME : RESOURCE_ID;
          to.escaped(bytes, row.view, starts[place] ?? 0, ends[place] ?? 0);
          break;
        }
        case "details":
          writeDetail(this.#details, bytes, row.view, part.key, to);
          break;
      }
  }

  #writeObject(row: RowReader, { place, before }: Member, to: ByteWriter): void {
    const start = row.starts[place] ?? 0;
    const length = (row.ends[place] ?? 0) - start;
    if (length === 0) return;
    to.piece(before);
    to.copy(row.bytes, row.view, start, length);
  }
}

const lengthAt = ({ starts, ends }: RowReader, place: number): number => (ends[place] ?? 0) - (starts[place] ?? 0);

/** Not negative, and written as JavaScript writes it. */
function isNumber(row: RowReader, place: number): boolean {
  const start = row.starts[place] ?? 0;
  const length = lengthAt(row, place);
  if (length === 0 || length > MOST_DIGITS || (length > 1 && row.bytes[start] === ZERO)) return false;
  for (let at = start; at < start + length; at += 1) {
    const digit = row.bytes[at] ?? 0;
    if (digit < ZERO || digit > NINE) return false;
  }
  return true;
}

const copy = (row: RowReader, place: number, to: ByteWriter): void =>
  to.copy(row.bytes, row.view, row.starts[place] ?? 0, lengthAt(row, place));

function writePresent(row: RowReader, part: Member, to: ByteWriter): void {
  if (lengthAt(row, part.place) > 0) writeText(row, part, to);
}

function writeText({ bytes, view, starts, ends }: RowReader, { place, before }: Member, to: ByteWriter): void {
  to.piece(before);
  to.escaped(bytes, view, starts[place] ?? 0, ends[place] ?? 0);
  to.bytes[to.end++] = QUOTE;
}

function writeByValues(row: RowReader, { email }: KnownInitiator, to: ByteWriter): void {
  to.text(JSON.stringify(entryOfRow(rowOf(row), email)));
}
