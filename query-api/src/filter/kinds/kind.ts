// A kind of field: how a value is read, and what its operators mean, in SQL and in TypeScript side by side so that they stay one meaning.

/** As in AIP-160; ":" is "has": contains, or with * alone, is present. */
export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | ":";

/** "!=" is the negation of "=" for every kind, so no kind knows of it. */
export type Positive = Exclude<Operator, "!=">;

export interface Value {
  /** In the kind's one canonical form; never empty. */
  readonly text: string;
  /** Whether it is only what the stored text begins with. */
  readonly prefix: boolean;
}

export type ValueRead =
  | { readonly ok: true; readonly value: Value }
  /** Ends the sentence "<field> must be …". */
  | { readonly ok: false; readonly expected: string };

export type BoundValue = string | number | readonly string[];

/** Binds a value and gives the placeholder that stands for it, `{name:Type}`. `type`: ClickHouse's. */
export type Bind = (value: BoundValue, type: string) => string;

export interface Kind {
  readonly name: "text" | "choice" | "number" | "time" | "uuid" | "address" | "email" | "json";
  readonly operators: readonly Operator[];
  readonly takesPrefix: boolean;
  /** The closed set that values come from. */
  readonly values?: readonly string[];
  /** Reading what was read changes nothing. */
  read(value: Value, operator: Operator): ValueRead;
  /** SQL that is 1 where any of the values matches, else 0, and never NULL. `column`: its name in audit.events. */
  condition(column: string, operator: Positive, values: readonly Value[], bind: Bind): string;
  /** The same for one value. `stored`: the column's text as in EntryRow, '' where it is absent. */
  matches(operator: Positive, value: Value): (stored: string) => boolean;
  present(column: string, bind: Bind): string;
  isPresent(stored: string): boolean;
}

export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? conditions.join("") : `(${conditions.join(" OR ")})`;

/** What kinds of plain text columns share: absent is ''. */
export const absentIsEmpty: Pick<Kind, "present" | "isPresent"> = {
  present: (column) => `${column} != ''`,
  isPresent: (stored) => stored !== "",
};
