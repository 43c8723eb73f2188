// WCAG AA, for every pair of colours that text and signs are shown in: 4.5 for text, 3 for the edges of controls.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const sheet = await readFile(new URL("tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = sheet.split("@media (prefers-color-scheme: dark)");

const colours = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));

const schemes = [
  ["light", colours(light)],
  ["dark", { ...colours(light), ...colours(dark) }],
] as const;

const grounds = ["ground", "surface", "raised", "hover", "selected"];
const texts = ["text", "text-quiet", "accent-text"];
const pairs: [front: string, back: string, least: number][] = [
  ...texts.flatMap((front) => grounds.map((back): [string, string, number] => [front, back, 4.5])),
  ...["success", "failure", "denied"].map((name): [string, string, number] => [name, `${name}-ground`, 4.5]),
  ["success", "raised", 4.5],
  ["failure", "surface", 4.5],
  ["failure", "ground", 4.5],
  ["on-accent", "accent", 4.5],
  ["line-strong", "surface", 3],
  ["line-strong", "raised", 3],
  ["accent", "surface", 3],
  ["accent", "selected", 3],
];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.for(schemes)("%s", ([, scheme]) => {
  const weak = pairs.flatMap(([front, back, least]) => {
    const [low = 0, high = 0] = [luminance(scheme[front] ?? ""), luminance(scheme[back] ?? "")].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}, needs ${least}`];
  });
  expect(weak).toEqual([]);
});
