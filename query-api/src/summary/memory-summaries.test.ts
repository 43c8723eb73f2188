import { memoryEmails } from "../emails/memory-emails.ts";
import { memoryHierarchy } from "../hierarchy/memory-hierarchy.ts";
import { memoryStore } from "../store/memory-store.ts";
import { memorySummaries } from "./memory-summaries.ts";
import { summariesContract } from "./summaries.contract.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00.000Z");

summariesContract(
  async () => {
    const hierarchy = memoryHierarchy();
    const store = memoryStore({ now, emails: memoryEmails(), hierarchy });
    return {
      summaries: memorySummaries(store),
      add: async (...rows) => store.add(...rows),
      place: async (...told) => hierarchy.place(...told),
    };
  },
  { now, propertyRuns: 100 },
);
