import { memoryEmails } from "../../emails/memory-emails.ts";
import { memoryHierarchy } from "../../hierarchy/memory-hierarchy.ts";
import { memoryStore } from "../../store/memory-store.ts";
import { exportStoreContract } from "./export-store.contract.ts";
import { memoryExportStore } from "./memory-export-store.ts";

const NOW = Date.parse("2026-03-21T12:00:00.000Z");

exportStoreContract(
  async () => {
    const store = memoryStore({ now: () => NOW, emails: memoryEmails(), hierarchy: memoryHierarchy() });
    return { store: memoryExportStore(store), add: async (...rows) => store.add(...rows) };
  },
  () => NOW,
);
