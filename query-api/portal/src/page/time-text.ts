// Times as people read them: local, to the second, on a 24-hour clock. UTC is always at hand, since that is what is recorded.

export interface TimeText {
  /** 09:10:14 */
  readonly clock: (ms: number) => string;
  /** The local day: Today, Saturday 21 March 2026 */
  readonly day: (ms: number, now: number) => string;
  /** Sat 21 March 2026, 09:10:14.422 */
  readonly full: (ms: number) => string;
  /** UTC+01:00 */
  readonly zone: (ms: number) => string;
}

/** `timeZone` undefined: the reader's own. */
export function createTimeText(timeZone?: string): TimeText {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, ...(timeZone === undefined ? {} : { timeZone }) });
  const clock = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const full = format({
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  });
  const zone = format({ timeZoneName: "longOffset" });

  // Engines differ in the commas they put.
  const dayName = (ms: number) => day.format(ms).replace(",", "");

  return {
    clock: (ms) => clock.format(ms),
    day(ms, now) {
      const name = dayName(ms);
      if (name === dayName(now)) return `Today, ${name}`;
      return name === dayName(now - DAY_MS) ? `Yesterday, ${name}` : name;
    },
    full: (ms) =>
      full
        .format(ms)
        .replace(/^(\w+),/, "$1")
        .replace(" at ", ", "),
    zone: (ms) =>
      (zone.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "UTC").replace(
        /^GMT([+]00:00)?/,
        "UTC",
      ),
  };
}

export const DAY_MS = 86_400_000;

/** 2026-03-21 08:10:14.422 UTC */
export const utcText = (ms: number): string => new Date(ms).toISOString().replace("T", " ").replace("Z", " UTC");

/** Milliseconds in the unit that suits them: 585 ms, 2.4 s, 3 min, 5 h, 2 d. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return ms < DAY_MS ? `${Math.round(ms / 3_600_000)} h` : `${Math.round(ms / DAY_MS)} d`;
}
