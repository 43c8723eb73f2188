import { expect, it } from "vitest";
import { uuidText } from "@audit-log/schemas";
import { orderedIds } from "./ids.ts";

const NOW = Date.UTC(2026, 0, 1);

it("are UUIDv7 of the given time, each another", () => {
  const newId = orderedIds();
  const ids = Array.from({ length: 10_000 }, (_, n) => uuidText(newId(NOW + Math.floor(n / 3))));
  expect(new Set(ids).size).toBe(ids.length);
  for (const [n, id] of ids.entries()) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(NOW + Math.floor(n / 3));
  }
});

it("keep the order of one millisecond", () => {
  const newId = orderedIds();
  const ids = Array.from({ length: 4_096 }, () => uuidText(newId(NOW)));
  expect(ids).toEqual(ids.toSorted());
});

it("are still ids where a millisecond has more of them than it can count", () => {
  const newId = orderedIds();
  const ids = Array.from({ length: 5_000 }, () => uuidText(newId(NOW)));
  expect(new Set(ids).size).toBe(ids.length);
});
