// Moments as people write them: 7d, yesterday, 2026-11-20.
import { UsageError } from "../exit.ts";

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const AGO = /^(\d{1,5})([mhdw])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i;
const ZONE = /(Z|[+-]\d{2}:\d{2})$/i;

export interface Clock {
  /** Milliseconds UTC. */
  readonly now: number;
  /** Whether days and times without a zone are meant in UTC; otherwise where the user is. */
  readonly utc: boolean;
}

/** Milliseconds UTC; of a day its start. `option`: who asks. Throws UsageError. */
export function momentOf(text: string, option: string, clock: Clock): number {
  const [, count, unit = ""] = AGO.exec(text) ?? [];
  if (count !== undefined) return clock.now - Number(count) * (UNITS[unit] ?? 0);
  if (text === "now") return clock.now;
  const day = dayOf(text, clock);
  if (day !== undefined) return startOf(day, clock);
  if (CLOCK.test(text)) {
    const iso = text.replace(" ", "T");
    const time = Date.parse(ZONE.test(iso) || !clock.utc ? iso : `${iso}Z`);
    if (!Number.isNaN(time)) return time;
  }
  throw new UsageError(
    `${option} ${JSON.stringify(text)} is no moment: write 30m, 12h, 7d or 2w (ago), today, yesterday, 2026-11-20 or 2026-11-20T14:30 (with Z for UTC)`,
  );
}

/** From its start to the next day's, which is not always 24 hours later. Throws UsageError. */
export function wholeDay(text: string, option: string, clock: Clock): { start: number; end: number } {
  const day = dayOf(text, clock);
  if (day === undefined)
    throw new UsageError(`${option} ${JSON.stringify(text)} is no day: write today, yesterday or 2026-11-20`);
  const [year, month, date] = day;
  return { start: startOf(day, clock), end: startOf([year, month, date + 1], clock) };
}

type Day = readonly [year: number, month: number, date: number];

function dayOf(text: string, { now, utc }: Clock): Day | undefined {
  const back = ["today", "yesterday"].indexOf(text);
  if (back >= 0) {
    const at = new Date(now);
    return utc
      ? [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - back]
      : [at.getFullYear(), at.getMonth(), at.getDate() - back];
  }
  const [, year, month, date] = (DAY.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const real = new Date(Date.UTC(year, month - 1, date));
  const isReal = real.getUTCMonth() === month - 1 && real.getUTCDate() === date;
  return isReal ? [year, month - 1, date] : undefined;
}

const startOf = ([year, month, date]: Day, { utc }: Clock): number =>
  utc ? Date.UTC(year, month, date) : new Date(year, month, date).getTime();
