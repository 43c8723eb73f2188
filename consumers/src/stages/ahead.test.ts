import { expect, it } from "vitest";
import { ahead } from "./ahead.ts";

async function* numbers(last: number) {
  for (let number = 1; number <= last; number++) yield number;
}

it("keeps the order, and begins one while the one before is used", async () => {
  const story: string[] = [];
  const begin = async (number: number) => (story.push(`begin ${number}`), number);
  for await (const number of ahead(numbers(3), begin)) {
    await new Promise(setImmediate);
    story.push(`used ${number}`);
  }
  expect(story).toEqual(["begin 1", "begin 2", "used 1", "begin 3", "used 2", "used 3"]);
});

it("throws what begin throws, when its turn has come", async () => {
  const used: number[] = [];
  const begin = (number: number) => (number === 2 ? Promise.reject(new Error("two")) : Promise.resolve(number));
  const using = (async () => {
    for await (const number of ahead(numbers(3), begin)) {
      await new Promise(setImmediate);
      used.push(number);
    }
  })();
  await expect(using).rejects.toThrow("two");
  expect(used).toEqual([1]);
});

it("lets go of its source when it is left, also of one that waits", async () => {
  const waiting = Promise.withResolvers<void>();
  let isLetGo = false;
  async function* source() {
    try {
      yield 1;
      await waiting.promise;
      yield 2;
    } finally {
      isLetGo = true;
    }
  }
  for await (const number of ahead(source(), async (one) => one)) {
    expect(number).toBe(1);
    break;
  }
  waiting.resolve();
  await new Promise(setImmediate);
  expect(isLetGo).toBe(true);
});
