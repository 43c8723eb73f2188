/**
 * What goes wrong, in ClickHouse's own terms: a numeric code, a symbolic name, a sentence. Clients decide on the code (retry or
 * not), so engine exceptions keep theirs and the gateway's own refusals borrow the code the server would use.
 */
const ENGINE_CODE = /Code: (?<code>\d+)\. /;
const SYMBOLIC_NAME = /\((?<name>[A-Z][A-Z0-9_]{2,})\)\s*(?:\(version [^)]*\))?\s*$/;

export class ClickHouseFault extends Error {
  override readonly name = "ClickHouseFault";
  readonly code: number;
  readonly status: number;

  constructor(code: number, symbol: string, sentence: string, options: { status?: number; cause?: unknown } = {}) {
    super(`Code: ${code}. DB::Exception: ${sentence}. (${symbol})`, { cause: options.cause });
    this.code = code;
    this.status = options.status ?? statusOf(code);
  }

  /** The engine's exception, with its code and text kept and the binding's own prefix removed. */
  static from(error: unknown): ClickHouseFault {
    if (error instanceof ClickHouseFault) return error;
    const text = error instanceof Error ? error.message : String(error);
    const code = Number(ENGINE_CODE.exec(text)?.groups?.["code"] ?? 1002);
    const start = text.indexOf("Code: ");
    const symbol = SYMBOLIC_NAME.exec(text)?.groups?.["name"] ?? "UNKNOWN_EXCEPTION";
    const fault = new ClickHouseFault(code, symbol, "", { cause: error });
    fault.message = start >= 0 ? text.slice(start) : `Code: 1002. DB::Exception: ${text}. (UNKNOWN_EXCEPTION)`;
    return fault;
  }
}

export const syntaxError = (sentence: string) => new ClickHouseFault(62, "SYNTAX_ERROR", sentence);
export const accessDenied = (sentence: string) => new ClickHouseFault(497, "ACCESS_DENIED", sentence);
export const badArgument = (sentence: string) => new ClickHouseFault(36, "BAD_ARGUMENTS", sentence);

const NOT_FOUND = new Set([46, 47, 50, 56, 60, 63, 73, 79, 81, 113, 115, 336]);
const BAD_REQUEST = new Set([
  6, 7, 16, 20, 26, 27, 32, 33, 36, 38, 41, 53, 62, 69, 70, 72, 117, 130, 131, 307, 376, 427, 441, 456, 457, 675,
]);

/** HTTP status by exception code, as ClickHouse's own HTTP interface answers. */
export function statusOf(code: number): number {
  if (code === 194) return 401;
  if (code === 192 || code === 193 || code === 497 || code === 516) return 403;
  if (NOT_FOUND.has(code)) return 404;
  if (BAD_REQUEST.has(code)) return 400;
  if (code === 159) return 408;
  if (code === 223) return 413;
  if (code === 48) return 501;
  return code === 202 || code === 209 || code === 439 ? 503 : 500;
}
