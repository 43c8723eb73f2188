import { memoryEmails } from "../emails/memory-emails.ts";
import { memoryHierarchy } from "../hierarchy/memory-hierarchy.ts";
import { entryStoreContract } from "./entry-store.contract.ts";
import { memoryStore } from "./memory-store.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00.000Z");

entryStoreContract(
  async () => {
    const emails = memoryEmails();
    const hierarchy = memoryHierarchy();
    const store = memoryStore({ now, emails, hierarchy });
    return {
      store,
      add: async (...rows) => store.add(...rows),
      tell: async (initiator, email) => emails.tell(initiator, email),
      place: async (...told) => hierarchy.place(...told),
    };
  },
  { now, propertyRuns: 200 },
);
