// Colours, where they are wanted.
export interface Styles {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

export function styles(isColoured: boolean): Styles {
  const style =
    (on: number, off: number) =>
    (text: string): string =>
      isColoured && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), yellow: style(33, 39), green: style(32, 39) };
}

/** As an outcome is shown. */
export const outcomeStyle = (style: Styles, outcome: string): ((text: string) => string) =>
  outcome === "DENIED" ? style.yellow : outcome === "FAILURE" ? style.red : style.green;
