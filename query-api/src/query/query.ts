// A query as a value: the same arguments give the same text, so that a table of arguments and texts is its test.

export interface Query {
  /** Values only as `{name:Type}`, columns only from lists of our own. */
  readonly sql: string;
  readonly params: Readonly<Record<string, BoundValue>>;
}

export type BoundValue = string | number | readonly string[] | readonly Tuple[];

/** Of texts, for `Array(Tuple(…))`. */
export type Tuple = readonly string[];

export const TIME = "DateTime64(3, 'UTC')";

/** A SETTINGS clause. An error and never a shorter answer where `max_result_rows` or `max_result_bytes` is exceeded. */
export const settings = (values: Readonly<Record<string, number | string>>): string =>
  `SETTINGS ${Object.entries(values)
    .map(([name, value]) => `${name} = ${typeof value === "number" ? value : `'${value}'`}`)
    .join(", ")}`;
