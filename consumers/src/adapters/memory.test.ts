// The doubles of the ports, held to what the real adapters are held to.
import { blockOf } from "../testing/block-of.ts";
import { deadLettersContract } from "../testing/dead-letters-contract.ts";
import { storeContract } from "../testing/store-contract.ts";
import { MemoryDeadLetters, MemoryStore } from "./memory.ts";

storeContract("the double", () => {
  const store = new MemoryStore();
  return {
    store,
    blockOf,
    countIn: async (topic) => store.stored.filter((one) => one.topic === topic).length,
  };
});

deadLettersContract("the double", () => {
  const deadLetters = new MemoryDeadLetters();
  return {
    deadLetters,
    read: async () =>
      deadLetters.letters.map(({ record, unit, reason, message, schemaId }) => ({
        ...record,
        reason,
        message,
        schemaId,
        isBatch: unit === "record-batch",
        headers: Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name, String(value)])),
      })),
  };
});
