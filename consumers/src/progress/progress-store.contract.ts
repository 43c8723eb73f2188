// What every ProgressStore promises.
import { expect, test } from "vitest";
import { OPEN_FENCE } from "../adapters/memory.ts";
import type { ProgressStore } from "./progress-store.ts";

const said = (partition: number, settledUntil: number) => ({
  topic: "audit.dns",
  partition,
  domain: "network",
  settledUntil,
  waitingSince: 0,
});
const kept = (partition: number, settledUntil: number) => ({ topic: "audit.dns", partition, settledUntil });

export function progressStoreContract(open: () => Promise<ProgressStore>): void {
  test("what was said last of each partition is read, and nothing goes back", async () => {
    const store = await open();
    expect(await store.read()).toEqual([]);
    await store.publish([said(0, 1_700_000_000_123), said(1, 0)], OPEN_FENCE);
    await store.publish([said(0, 1_700_000_000_124)], OPEN_FENCE);
    await store.publish([said(0, 1_700_000_000_001)], OPEN_FENCE);
    await store.claim([said(2, 5)], OPEN_FENCE);
    expect((await store.read()).toSorted((one, other) => one.partition - other.partition)).toEqual([
      kept(0, 1_700_000_000_124),
      kept(1, 0),
      kept(2, 5),
    ]);
  });

  test("nothing is said where the group has not heard of us, or has given the partitions away", async () => {
    const store = await open();
    await expect(store.publish([said(0, 7)], { ...OPEN_FENCE, isOpen: () => false })).rejects.toThrow();
    await store.claim([said(0, 7)], { ...OPEN_FENCE, isOpen: () => false, signal: AbortSignal.abort() });
    expect(await store.read()).toEqual([]);
  });
}
