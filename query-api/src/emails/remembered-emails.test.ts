// What is remembered, for how long, and that a fault is not.
import { expect, test } from "vitest";
import { StoreUnavailable } from "../store/entry-store.ts";
import type { Emails, Initiator } from "./emails.ts";
import { memoryEmails } from "./memory-emails.ts";
import { rememberedEmails } from "./remembered-emails.ts";

const { signal } = new AbortController();
const ada = { kind: "USER", id: "ada" };
const bob = { kind: "USER", id: "bob" };

function underTest() {
  const clock = { now: 1_000 };
  const memory = memoryEmails();
  const asked: string[][] = [];
  const counted: Emails = {
    latest: (initiators, ...rest) => {
      asked.push(initiators.map(({ id }) => id));
      return memory.latest(initiators, ...rest);
    },
  };
  const emails = rememberedEmails(counted, () => clock.now);
  const latest = async (...initiators: Initiator[]) => initiators.map(await emails.latest(initiators, signal));
  return { clock, memory, asked, latest };
}

test("the store is asked once for each, and only for what is not remembered", async () => {
  const { memory, asked, latest } = underTest();
  memory.tell(ada, "ada@example.com");
  expect(await latest(ada, ada)).toEqual(["ada@example.com", "ada@example.com"]);
  expect(await latest(ada, bob)).toEqual(["ada@example.com", undefined]);
  expect(await latest(bob, ada)).toEqual([undefined, "ada@example.com"]);
  expect(asked).toEqual([["ada"], ["bob"]]);
});

test("an erasure shows within 30 seconds", async () => {
  const { clock, memory, latest } = underTest();
  memory.tell(ada, "ada@example.com");
  await latest(ada);
  memory.tell(ada, "");
  clock.now += 29_999;
  expect(await latest(ada)).toEqual(["ada@example.com"]);
  clock.now += 2;
  expect(await latest(ada)).toEqual([undefined]);
});

test("using it does not lengthen its life", async () => {
  const { clock, memory, latest } = underTest();
  memory.tell(ada, "ada@example.com");
  await latest(ada);
  memory.tell(ada, "");
  for (let step = 0; step < 4; step += 1) {
    clock.now += 7_000;
    expect(await latest(ada)).toEqual(["ada@example.com"]);
  }
  clock.now += 7_000;
  expect(await latest(ada)).toEqual([undefined]);
});

test("an e-mail that is told shows within 5 seconds", async () => {
  const { clock, memory, latest } = underTest();
  await latest(ada);
  memory.tell(ada, "ada@example.com");
  clock.now += 5_001;
  expect(await latest(ada)).toEqual(["ada@example.com"]);
});

test("the time that the answer took counts", async () => {
  const clock = { now: 1_000 };
  const memory = memoryEmails();
  memory.tell(ada, "ada@example.com");
  const slow: Emails = {
    latest: async (...question) => {
      const answer = await memory.latest(...question);
      clock.now += 10_000;
      return answer;
    },
  };
  const emails = rememberedEmails(slow, () => clock.now);
  await emails.latest([ada], signal);
  clock.now += 20_001;
  memory.tell(ada, "anna@example.com");
  expect((await emails.latest([ada], signal))(ada)).toBe("anna@example.com");
});

test("at most 10,000 are remembered, those that were used last", async () => {
  const { memory, asked, latest } = underTest();
  memory.tell(ada, "ada@example.com");
  const many = (from: number) =>
    Array.from({ length: 5_000 }, (_none, index) => ({ kind: "USER", id: `${from + index}` }));
  await latest(ada);
  await latest(...many(0));
  await latest(ada);
  await latest(...many(5_000));
  expect(await latest(ada)).toEqual(["ada@example.com"]);
  expect(asked).toHaveLength(3);
  await latest({ kind: "USER", id: "0" });
  expect(asked).toHaveLength(4);
});

test("a fault is thrown, whatever else is remembered, and is not remembered", async () => {
  const memory = memoryEmails();
  memory.tell(ada, "ada@example.com");
  let away = false;
  const flaky: Emails = {
    latest: (...asked) => (away ? Promise.reject(new StoreUnavailable("away")) : memory.latest(...asked)),
  };
  const emails = rememberedEmails(flaky, () => 1_000);
  await emails.latest([ada], signal);
  away = true;
  await expect(emails.latest([ada, bob], signal)).rejects.toBeInstanceOf(StoreUnavailable);
  away = false;
  memory.tell(bob, "bob@example.com");
  expect((await emails.latest([ada, bob], signal))(bob)).toBe("bob@example.com");
});
