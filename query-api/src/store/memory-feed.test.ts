import { memoryEmails } from "../emails/memory-emails.ts";
import { memoryHierarchy } from "../hierarchy/memory-hierarchy.ts";
import { feedStoreContract } from "./feed-store.contract.ts";
import { memoryFeed } from "./memory-feed.ts";
import { memoryStore } from "./memory-store.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00.000Z");

feedStoreContract(
  async () => {
    const parts = { now, emails: memoryEmails(), hierarchy: memoryHierarchy() };
    const store = memoryStore(parts);
    const feed = memoryFeed(store, parts);
    return {
      feed,
      add: async (...rows) => store.add(...rows),
      progress: async (...told) => feed.tell(...told),
      place: async (...told) => parts.hierarchy.place(...told),
    };
  },
  { now, propertyRuns: 50 },
);
