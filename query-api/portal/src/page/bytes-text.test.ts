import { expect, test } from "vitest";
import { bytesText } from "./bytes-text.ts";

test.for([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [12_345, "12 kB"],
  [3_400_000, "3.4 MB"],
  [7_250_000_000_000, "7250 GB"],
] as const)("%i bytes are %s", ([bytes, text]) => {
  expect(bytesText(bytes)).toBe(text);
});
