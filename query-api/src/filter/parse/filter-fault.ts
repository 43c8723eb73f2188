// What is wrong with a filter's text, and where. Thrown inside of parse/ only: parseFilter gives it as a value.

export class FilterFault extends Error {
  override readonly name = "FilterFault";
  /** Index of the character in the text. */
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** More of what somebody wrote is not repeated to them. */
const SHOWN = 40;

/** Somebody's own text in a message: short, quoted, and without control characters. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text);
