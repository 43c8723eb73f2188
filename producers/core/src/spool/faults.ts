// What the spool throws. Only SpoolUnavailable is worth another attempt of the same call.

/** Another live process (or another spool of this one) has the folder. */
export class SpoolLocked extends Error {
  override readonly name = "SpoolLocked";

  constructor(folder: string) {
    super(`the spool ${folder} is in use by another process`);
  }
}

/** No room within `maxBytes`; nothing of the array was written. There is room again once entries are acknowledged. */
export class SpoolFull extends Error {
  override readonly name = "SpoolFull";
}

/** An entry that no spool will ever take: too large, or not of its shape. Nothing of the array was written. */
export class EntryRefused extends Error {
  override readonly name = "EntryRefused";
}

/** The disk failed. What was appended before is untouched, nothing of this call is stored, and it may be tried again. */
export class SpoolUnavailable extends Error {
  override readonly name = "SpoolUnavailable";
  /** The operating system's code (ENOSPC, EIO, …), "DAMAGED", or "UNKNOWN". */
  readonly code: string;

  constructor(doing: string, code: string, cause?: unknown) {
    super(`${doing}: ${code}`, { cause });
    this.code = code;
  }
}

export const unavailable = (doing: string, cause: unknown): SpoolUnavailable =>
  cause instanceof SpoolUnavailable ? cause : new SpoolUnavailable(doing, codeOf(cause) ?? "UNKNOWN", cause);

export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : "unknown fault");
