import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { Account } from "./account.ts";
import type { OnProblem } from "./problems.ts";

const fault = new Error("the pager is down");

it.each<[string, OnProblem]>([
  [
    "throws",
    () => {
      throw fault;
    },
  ],
  ["rejects", () => Promise.reject(fault)],
])("a listener that %s disturbs nobody", async (_name, onProblem) => {
  const unhandled: unknown[] = [];
  const listen = (cause: unknown): unknown => unhandled.push(cause);
  process.on("unhandledRejection", listen);
  onTestFinished(() => void process.off("unhandledRejection", listen));
  new Account(onProblem).tell({ kind: "loop-fault", message: "x" });
  await sleep(5);
  expect(unhandled).toEqual([]);
});
