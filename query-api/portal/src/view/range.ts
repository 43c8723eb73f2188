// The range of event times that the reader chose: a preset that moves with the clock, or two fixed times.
import { DAY_MS } from "../page/time-text.ts";

export const presets = [
  { name: "1h", title: "Hour", sentence: "in the last hour", ms: 3_600_000 },
  { name: "24h", title: "24 hours", sentence: "in the last 24 hours", ms: DAY_MS },
  { name: "7d", title: "7 days", sentence: "in the last 7 days", ms: 7 * DAY_MS },
  { name: "90d", title: "90 days", sentence: "in the last 90 days", ms: 90 * DAY_MS },
] as const;

export type PresetName = (typeof presets)[number]["name"];

/** Milliseconds UTC; `from` belongs to the range, `to` does not. */
export type Range = { readonly preset: PresetName } | { readonly from: number; readonly to: number };

export const DEFAULT_RANGE: Range = { preset: "24h" };
export const WIDEST_RANGE: Range = { preset: "90d" };

const presetOf = (name: string | null) => presets.find((preset) => preset.name === name);

/** As the API takes it. A preset leaves the end open: the service's clock knows best what "now" is. */
export function windowOf(range: Range, now: number): { start: string; end?: string } {
  if ("from" in range) return { start: new Date(range.from).toISOString(), end: new Date(range.to).toISOString() };
  return { start: new Date(now - (presetOf(range.preset)?.ms ?? DAY_MS)).toISOString() };
}

export function rangeSentence(range: Range): string {
  return "from" in range ? "in this range" : (presetOf(range.preset)?.sentence ?? "");
}

/** From the fields `range`, or `from` and `to`; undefined when they make no range. */
export function readRange(fields: URLSearchParams): Range | undefined {
  const preset = presetOf(fields.get("range"));
  if (preset) return { preset: preset.name };
  const choice = chooseRange(fields.get("from") ?? "", fields.get("to") ?? "");
  return choice.ok ? choice.range : undefined;
}

export function writeRange(range: Range): Record<string, string> {
  if ("preset" in range) return { range: range.preset };
  return { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() };
}

export type RangeChoice = { ok: true; range: Range } | { ok: false; message: string };

/** Two times as a person typed them; without a zone they are local. */
export function chooseRange(fromText: string, toText: string): RangeChoice {
  const from = Date.parse(fromText);
  const to = Date.parse(toText);
  if (Number.isNaN(from) || Number.isNaN(to)) return { ok: false, message: "Give both a beginning and an end." };
  if (from >= to) return { ok: false, message: "The beginning must be before the end." };
  if (to - from > 90 * DAY_MS) return { ok: false, message: "A range spans at most 90 days." };
  return { ok: true, range: { from, to } };
}

/** A local time as a datetime-local field holds it: 2026-03-21T09:10:14 */
export function localField(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}
