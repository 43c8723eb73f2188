const UNITS = ["kB", "MB", "GB"] as const;

/** 950 B, 12 kB, 3.4 MB: powers of a thousand, one digit behind the point below ten. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power - 1]}`;
}
