// A field: what people may ask for by name.
import type { EntryColumn } from "../../query/entry-row.ts";
import type { Kind } from "../kinds/kind.ts";

/** The initiator's e-mail is the one thing that is asked for and not a column of events. */
export type FieldColumn = EntryColumn | "initiators.email";

export interface Field {
  readonly kind: Kind;
  readonly column: FieldColumn;
  /** What it is, in one sentence without a full stop, for documentation and help. */
  readonly sentence: string;
  /** A whole filter. */
  readonly example: string;
  /** Whether entries may lack it: only then `name:*` says something. */
  readonly optional: boolean;
  /** Other names that are understood; the canonical text has the field's own. */
  readonly aliases: readonly string[];
  /** Values of today's catalogue, to suggest; others are allowed. A closed set is the kind's. */
  readonly known: readonly string[];
}

type Rest = Partial<Pick<Field, "aliases" | "known">>;

const field = (optional: boolean, kind: Kind, column: FieldColumn, sentence: string, example: string, rest: Rest) => ({
  aliases: [],
  known: [],
  ...rest,
  kind,
  column,
  sentence,
  example,
  optional,
});

/** In every entry. */
export const always = (kind: Kind, column: FieldColumn, sentence: string, example: string, rest: Rest = {}): Field =>
  field(false, kind, column, sentence, example, rest);

/** Absent from some. */
export const optional = (kind: Kind, column: FieldColumn, sentence: string, example: string, rest: Rest = {}): Field =>
  field(true, kind, column, sentence, example, rest);
