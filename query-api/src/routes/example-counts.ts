// What is counted, as examples in the document: tests hold them to their schemas.
export const exampleSummary = {
  total: 3,
  start: "2026-03-21T07:30:00.000Z",
  end: "2026-03-21T09:00:00.000Z",
  interval: "1h",
  histogram: [
    { start: "2026-03-21T07:00:00.000Z", total: 0, outcomes: {} },
    { start: "2026-03-21T08:00:00.000Z", total: 3, outcomes: { SUCCESS: 2, DENIED: 1 } },
  ],
  facets: [
    {
      name: "network.country",
      values: [{ value: "DE", count: 2, filter: "network.country=DE" }],
      others: 0,
      absent: 1,
    },
  ],
};

export const exampleInsights = {
  start: "2026-03-14T12:00:00.000Z",
  end: "2026-03-21T12:00:00.000Z",
  insights: [
    {
      kind: "manual-work",
      sentence:
        "ada@example.com recorded dns.record-set.create 120 times on 96 resources by hand (PORTAL), in about 54 minutes: automate this",
      initiator: { kind: "USER", id: "77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7", email: "ada@example.com" },
      figures: {
        entries: 120,
        eventName: "dns.record-set.create",
        clientKind: "PORTAL",
        resources: 96,
        estimatedSeconds: 3240,
      },
      filter:
        "initiator.id=77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7 AND eventName=dns.record-set.create AND clientKind=PORTAL",
      start: "2026-03-14T12:00:00.000Z",
      end: "2026-03-21T12:00:00.000Z",
    },
  ],
  missing: [],
};
