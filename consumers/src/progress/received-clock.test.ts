import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ReceivedClock } from "./received-clock.ts";

test("what is under way holds it back, until it is settled", () => {
  let now = 100;
  const clock = new ReceivedClock(() => now, 0);
  expect(clock.begin()).toBe(100);
  now = 200;
  expect(clock.begin()).toBe(200);
  now = 300;
  expect(clock.settledUntil()).toBe(100);
  clock.settled();
  expect(clock.settledUntil()).toBe(200);
  clock.settled();
  expect(clock.settledUntil()).toBe(300);
});

test("a clock that is behind waits at what was promised", () => {
  let now = 100;
  const clock = new ReceivedClock(() => now, 150);
  expect([clock.begin(), clock.settledUntil()]).toEqual([150, 150]);
  now = 151;
  expect(clock.begin()).toBe(151);
});

test("whatever the clock does: a promise holds for all that comes after it, and for all that is under way", () => {
  const step = fc.oneof(fc.constantFrom("begin", "settle", "promise"), fc.integer({ min: -50, max: 50 }));
  fc.assert(
    fc.property(fc.array(step), fc.nat(1_000), (steps, floor) => {
      let now = 500;
      let promised = floor;
      const underWay: number[] = [];
      const clock = new ReceivedClock(() => now, floor);
      for (const one of steps) {
        if (typeof one === "number") now += one;
        else if (one === "begin") {
          const time = clock.begin();
          expect(time).toBeGreaterThanOrEqual(Math.max(promised, underWay.at(-1) ?? 0));
          underWay.push(time);
        } else if (one === "settle") {
          clock.settled();
          underWay.shift();
        } else {
          const until = clock.settledUntil();
          expect(until).toBeGreaterThanOrEqual(promised);
          expect(until).toBeLessThanOrEqual(Math.min(...underWay));
          promised = until;
        }
      }
    }),
  );
});
