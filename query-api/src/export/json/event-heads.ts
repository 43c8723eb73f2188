// What an event's name brings along: itself and eight parts beside each other, whose values together are few.
import { placeOf } from "../../wire/columns.ts";
import type { RowReader } from "../../wire/row-reader.ts";
import { valueAt } from "../../wire/wire-values.ts";
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
const NAME = placeOf("event_name");
const [FIRST, LAST] = [placeOf("event_version"), placeOf("region")];

export class EventHeads {
  readonly #known = new BytesCache<EventHead>();

  of(row: RowReader): EventHead {
    const { bytes, starts, ends } = row;
    const [start, end] = [starts[NAME] ?? 0, ends[NAME] ?? 0];
    const [from, until] = [starts[FIRST] ?? 0, ends[LAST] ?? 0];
    const known = this.#known.find(bytes, start, end, from, until);
    if (known !== undefined) return known;
    const head = headOf(row);
    this.#known.put(bytes, start, end, from, until, head);
    return head;
  }
}

function headOf(row: RowReader): EventHead {
  const name = valueAt(row, NAME);
  const members = MEMBERS.map(([title, place]) => `,"${title}":"${jsonText(valueAt(row, place))}"`).join("");
  return {
    members: new Piece(`"${members},"sentence":"`),
    sentence: sentenceOfEvent(name),
    name: new Piece(jsonText(name)),
  };
}
