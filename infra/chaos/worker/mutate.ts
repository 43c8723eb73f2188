// Bends the bytes of a real message as broken programs, disks and attackers do.
import type { Random } from "../random.ts";

type Bend = (value: Buffer, random: Random) => Buffer;

const place = (value: Buffer, random: Random): number => random.between(0, Math.max(0, value.length - 1));
const noise = (length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => random.between(0, 255)));

const flipBits: Bend = (value, random) => {
  const bent = Buffer.from(value);
  for (let left = random.between(1, 3); left > 0; left--) {
    const at = place(bent, random);
    bent[at] = (bent[at] ?? 0) ^ (1 << random.between(0, 7));
  }
  return bent;
};

const cut: Bend = (value, random) => value.subarray(0, place(value, random));

const insert: Bend = (value, random) => {
  const at = place(value, random);
  return Buffer.concat([value.subarray(0, at), noise(random.between(1, 8), random), value.subarray(at)]);
};

const remove: Bend = (value, random) => {
  const at = place(value, random);
  return Buffer.concat([value.subarray(0, at), value.subarray(at + random.between(1, 8))]);
};

const repeat: Bend = (value, random) => {
  const at = place(value, random);
  const piece = value.subarray(at, at + random.between(1, 64));
  return Buffer.concat([value.subarray(0, at), piece, piece, value.subarray(at + piece.length)]);
};

/** Runs of what lengths and counts look like when they are wrong. */
const overwrite: Bend = (value, random) => {
  const bent = Buffer.from(value);
  const at = place(bent, random);
  bent.fill(random.pick([0x00, 0x01, 0x7f, 0x80, 0xff]), at, Math.min(bent.length, at + random.between(1, 10)));
  return bent;
};

const append: Bend = (value, random) => Buffer.concat([value, noise(random.between(1, 20), random)]);

const BENDS: readonly [Bend, ...Bend[]] = [flipBits, flipBits, cut, insert, remove, repeat, overwrite, append];

export const mutate = (value: Buffer, random: Random): Buffer => random.pick(BENDS)(value, random);
