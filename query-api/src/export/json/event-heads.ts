// What an event's name brings along: nine columns beside each other on the wire, whose values together are few.
import { placeOf } from "../wire/columns.ts";
import type { RowReader } from "../wire/row-reader.ts";
import { valueAt } from "../wire/wire-values.ts";
import { Piece } from "./byte-writer.ts";
import { BytesCache } from "./bytes-cache.ts";
import { type Sentence, jsonText, sentenceOfEvent } from "./sentence.ts";

export interface EventHead {
  /** From the quote that ends the times to the one that begins the sentence. */
  readonly members: Piece;
  readonly sentence: Sentence | undefined;
  readonly name: Piece;
}

/** In the order of an entry. */
const MEMBERS = [
  ["eventName", placeOf("event_name")],
  ["eventVersion", placeOf("event_version")],
  ["eventType", placeOf("event_type")],
  ["category", placeOf("category")],
  ["domain", placeOf("domain")],
  ["eventSource", placeOf("event_source")],
  ["region", placeOf("region")],
  ["severity", placeOf("severity")],
  ["visibility", placeOf("visibility")],
] as const;
const FIRST = placeOf("event_name");
const LAST = placeOf("region");

export class EventHeads {
  readonly #known = new BytesCache<EventHead>();

  of(row: RowReader): EventHead {
    const { bytes, starts, ends } = row;
    // With the length of the first, so that no two rows have the same bytes and other values.
    const from = ends[FIRST - 1] ?? starts[FIRST] ?? 0;
    const until = ends[LAST] ?? 0;
    const known = this.#known.find(bytes, from, until);
    if (known !== undefined) return known;
    const head = headOf(row);
    this.#known.put(bytes, from, until, head);
    return head;
  }
}

function headOf(row: RowReader): EventHead {
  const name = valueAt(row, FIRST);
  const members = MEMBERS.map(([title, place]) => `,"${title}":"${jsonText(valueAt(row, place))}"`).join("");
  return {
    members: new Piece(`"${members},"sentence":"`),
    sentence: sentenceOfEvent(name),
    name: new Piece(jsonText(name)),
  };
}
