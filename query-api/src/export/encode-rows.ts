// From rows on the wire to the file: each event once, with its initiator's latest e-mail, in pieces that are handed on as they fill.
import { isUtf8 } from "node:buffer";
import type { Initiator } from "../emails/emails.ts";
import type { RowWriter } from "./formats/format.ts";
import { ByteWriter } from "./json/byte-writer.ts";
import { Initiators } from "./json/initiators.ts";
import { millisecondsAt } from "./json/iso-time.ts";
import type { ExportPosition } from "./store/export-store.ts";
import { placeOf } from "../wire/columns.ts";
import { brokenOff, RowReader } from "../wire/row-reader.ts";
import { uuidAt } from "../wire/wire-values.ts";

const PIECE_BYTES = 128 * 1024;
/** As many as one look-up takes without being slow. */
const MOST_ASKED = 1000;

const [ID, TIME, SCOPE_ID] = [placeOf("event_id"), placeOf("event_time"), placeOf("scope_id")];
const ID_BYTES = 16;

export class RowEncoding {
  /** Rows in the pieces that were handed on. */
  rows = 0;
  readonly #writer: RowWriter;
  readonly #initiators: Initiators;
  readonly #row = new RowReader();
  readonly #to = new ByteWriter(PIECE_BYTES * 2);
  readonly #lastId = Buffer.alloc(ID_BYTES);
  #lastTime = 0;
  #lastScope: Buffer = Buffer.alloc(0);
  #written = 0;
  #last: ExportPosition | undefined;

  constructor(writer: RowWriter, initiators: Initiators) {
    this.#writer = writer;
    this.#initiators = initiators;
  }

  /** Of the last row that was handed on. */
  get last(): ExportPosition | undefined {
    return this.#last;
  }

  /** Throws StoreUnavailable, also where the rows end in the middle of one. */
  async *pieces(wire: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of wire) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const read = yield* this.#encode(bytes, false, signal);
      rest = bytes.subarray(read);
    }
    if ((yield* this.#encode(rest, true, signal)) !== rest.length) throw brokenOff();
  }

  /** Answers how far it came. */
  async *#encode(bytes: Buffer, isLast: boolean, signal: AbortSignal): AsyncGenerator<Buffer, number> {
    const row = this.#row;
    this.#initiators.forgetOld();
    let at = 0;
    for (;;) {
      const next = bytes.length === at ? -1 : row.read(bytes, at, isLast);
      if (next < 0) break;
      if (!this.#isCopy(bytes)) {
        const initiator = this.#initiators.of(row);
        if (initiator === undefined) {
          if (this.#to.end > 0) yield this.#take();
          await this.#initiators.lookUp(this.#unknown(bytes, at, isLast), signal);
          continue;
        }
        this.#writer.write(row, initiator, this.#to);
        this.#written += 1;
        this.#remember(row);
        if (this.#to.end >= PIECE_BYTES) yield this.#take();
      }
      at = next;
    }
    if (this.#to.end > 0) yield this.#take();
    return at;
  }

  /** Of the event before: copies are side by side. */
  #isCopy(bytes: Buffer): boolean {
    const start = this.#row.starts[ID] ?? 0;
    for (let index = 0; index < ID_BYTES; index += 1) if (bytes[start + index] !== this.#lastId[index]) return false;
    return this.#written > 0;
  }

  #remember({ bytes, view, starts, ends }: RowReader): void {
    bytes.copy(this.#lastId, 0, starts[ID], ends[ID]);
    this.#lastTime = millisecondsAt(view, starts[TIME] ?? 0);
    const [start, end] = [starts[SCOPE_ID] ?? 0, ends[SCOPE_ID] ?? 0];
    if (bytes.compare(this.#lastScope, 0, this.#lastScope.length, start, end) !== 0)
      this.#lastScope = Buffer.from(bytes.subarray(start, end));
  }

  #take(): Buffer {
    this.rows = this.#written;
    this.#last = { id: uuidAt(this.#lastId, 0), eventTime: this.#lastTime, scopeId: this.#lastScope.toString() };
    const piece = this.#to.take();
    // Stored text is UTF-8, for the worker refuses any other; if it ever is not, it is shown as the lists show it.
    return isUtf8(piece) ? piece : Buffer.from(piece.toString("utf8"));
  }

  /** Those that are not known among the rows from here on: they are looked up together. */
  #unknown(bytes: Buffer, from: number, isLast: boolean): Map<string, Initiator> {
    const asked = new Map<string, Initiator>();
    const row = this.#row;
    for (let at = from; at >= 0 && at < bytes.length && asked.size < MOST_ASKED;) {
      at = row.read(bytes, at, isLast);
      if (at >= 0 && this.#initiators.of(row) === undefined)
        asked.set(Initiators.keyOf(row), Initiators.initiatorOf(row));
    }
    return asked;
  }
}
