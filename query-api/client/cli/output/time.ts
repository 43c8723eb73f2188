// Times as people read them: where they are, or UTC.
const two = (number: number): string => String(number).padStart(2, "0");

/** 2026-03-21 08:10:14; of what is no time the text itself. */
export function timeText(iso: string, utc: boolean): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (utc) return at.toISOString().slice(0, 19).replace("T", " ");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":")}`;
}

export const timeTitle = (utc: boolean): string => (utc ? "TIME (UTC)" : "TIME");
