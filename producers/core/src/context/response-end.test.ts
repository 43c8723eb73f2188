import { expect, it } from "vitest";
import { denied, success } from "../index.ts";
import { ResponseEnd } from "./response-end.ts";

it("tells the first end to everybody once, also to who comes late, and one's fault to nobody else", async () => {
  const faults: unknown[] = [];
  const late = new Error("late");
  const told: unknown[] = [];
  const end = new ResponseEnd((cause) => faults.push(cause));
  const broken = new Error("broken");
  end.whenEnded(() => {
    throw broken;
  });
  end.whenEnded(() => Promise.reject(late));
  end.whenEnded((outcome) => told.push(outcome));
  expect(end.isAwaited).toBe(true);
  end.end(denied("no"));
  end.end(success());
  end.whenEnded((outcome) => told.push(outcome));
  expect(told).toEqual([denied("no"), denied("no")]);
  await expect.poll(() => faults).toEqual([broken, late]);
  expect(end.isAwaited).toBe(false);
});
