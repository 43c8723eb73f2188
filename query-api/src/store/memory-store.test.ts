import { entryStoreContract } from "./entry-store.contract.ts";
import { memoryStore } from "./memory-store.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00.000Z");

entryStoreContract(
  async () => {
    const store = memoryStore(now);
    return { store, add: async (...rows) => store.add(...rows) };
  },
  { now, propertyRuns: 200 },
);
