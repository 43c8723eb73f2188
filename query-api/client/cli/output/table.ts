// Tables for terminals: columns as wide as they need to be, one of them as wide as is left.
import stringWidth from "string-width";
import { harmless } from "./harmless.ts";

export interface Column<R> {
  readonly title: string;
  readonly text: (row: R) => string;
  readonly style?: (row: R, text: string) => string;
  /** Takes what the others leave. */
  readonly isElastic?: boolean;
}

const GAP = "  ";
const LEAST_ELASTIC = 20;
const graphemes = new Intl.Segmenter();

export class Table<R> {
  readonly #columns: readonly Column<R>[];
  readonly #width: number;
  readonly #bold: (text: string) => string;
  #widths: readonly number[] | undefined;

  /** `width` of the terminal; Infinity: nothing is cut. */
  constructor(columns: readonly Column<R>[], width: number, bold: (text: string) => string) {
    this.#columns = columns;
    this.#width = width;
    this.#bold = bold;
  }

  /** The first rows say how wide columns are, and have the titles before them. */
  text(rows: readonly R[]): string {
    const cells = rows.map((row) => this.#columns.map((column) => harmless(column.text(row))));
    const head = this.#widths === undefined ? [this.#columns.map(({ title }) => title)] : [];
    const widths = (this.#widths ??= this.#fit([...head, ...cells]));
    const titles = head.map((titles) =>
      this.#bold(line(titles.map((title, index) => this.#cell(title, widths[index])))),
    );
    const lines = cells.map((texts, at) =>
      line(
        texts.map((text, index) => {
          const cell = this.#cell(text, widths[index]);
          const [column, row] = [this.#columns[index], rows[at]];
          return column?.style === undefined || row === undefined ? cell : column.style(row, cell);
        }),
      ),
    );
    return [...titles, ...lines].map((one) => `${one}\n`).join("");
  }

  /** Where there is no terminal nothing is cut. */
  #cell(text: string, width: number | undefined): string {
    return Number.isFinite(this.#width)
      ? fitted(text, width)
      : text + " ".repeat(Math.max(0, (width ?? 0) - stringWidth(text)));
  }

  #fit(cells: readonly (readonly string[])[]): number[] {
    const natural = this.#columns.map((_column, index) =>
      Math.max(0, ...cells.map((row) => stringWidth(row[index] ?? ""))),
    );
    const left = this.#width - natural.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
    return natural.map((width, index) =>
      // All that is left, and not only what the first rows need: others may follow.
      this.#columns[index]?.isElastic === true && Number.isFinite(left) ? Math.max(LEAST_ELASTIC, width + left) : width,
    );
  }
}

const line = (cells: readonly string[]): string => cells.join(GAP).trimEnd();

/** Exactly as wide: filled, or cut with an ellipsis. */
export function fitted(text: string, width = 0): string {
  const wide = stringWidth(text);
  if (wide <= width) return text + " ".repeat(width - wide);
  let [cut, used] = ["", 0];
  for (const { segment } of graphemes.segment(text)) {
    const more = stringWidth(segment);
    if (used + more > width - 1) break;
    cut += segment;
    used += more;
  }
  return `${cut}…${" ".repeat(Math.max(0, width - 1 - used))}`;
}
