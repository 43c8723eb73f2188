// A number as a bar of text.
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** `width`: of a bar of the largest number. More than nothing is seen. */
export function bar(count: number, largest: number, width: number): string {
  if (count <= 0 || largest <= 0) return "";
  const eighths = Math.max(1, Math.round((count / largest) * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
