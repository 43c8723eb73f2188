import { memoryEmails } from "../src/emails/memory-emails.ts";
import { memoryExportStore } from "../src/export/store/memory-export-store.ts";
import { memoryHierarchy } from "../src/hierarchy/memory-hierarchy.ts";
import { memoryInsightRows } from "../src/insights/insight-rows.ts";
import { memoryFeed } from "../src/store/memory-feed.ts";
import { memoryStore } from "../src/store/memory-store.ts";
import { memorySummaries } from "../src/summary/memory-summaries.ts";
import { NOW } from "./api-under-test.ts";
import { tenantsContract } from "./tenants.contract.ts";

tenantsContract(async () => {
  const now = () => NOW;
  const [emails, hierarchy] = [memoryEmails(), memoryHierarchy()];
  const store = memoryStore({ now, emails, hierarchy });
  const feed = memoryFeed(store, { now, emails, hierarchy });
  feed.tell({ domain: "membership", settledUntil: NOW, waitingSince: 0 });
  return {
    overrides: {
      store,
      feed,
      summaries: memorySummaries(store),
      insightRows: memoryInsightRows(),
      exports: memoryExportStore(store),
      hierarchy,
      emails,
    },
    now,
    place: async (...told) => hierarchy.place(...told),
    add: async (...rows) => store.add(...rows),
  };
});
