// Digits that look like an id and are the same at every start.

export function hex(seed: number | string, length: number): string {
  let text = "";
  for (let state = typeof seed === "number" ? seed + 1 : hashOf(seed); text.length < length;) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ 0x5bd1e995;
    text += (state >>> 0).toString(16).padStart(8, "0");
  }
  return text.slice(0, length);
}

/** Shaped as a UUIDv4. */
export const uuid = (seed: string): string =>
  hex(seed, 32).replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-4$3-a$4-$5");

/** A certificate's fingerprint, SHA-256. */
export const fingerprint = (seed: string): string => hex(seed, 64);

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
