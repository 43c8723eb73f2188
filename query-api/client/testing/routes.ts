// One answer per route, for what is asked in any order.
import { createHash } from "node:crypto";
import { entry } from "./entries.ts";
import { json, problem, stream, type Handler } from "./fake-service.ts";

const file = `${JSON.stringify(entry("1"))}\n`;
const manifest = {
  rows: 1,
  bytes: Buffer.byteLength(file),
  sha256: createHash("sha256").update(file).digest("hex"),
  complete: true,
};
const period = { start: "2026-03-20T12:00:00.000Z", end: "2026-03-21T12:00:00.000Z" };

const answers: readonly (readonly [RegExp, Handler])[] = [
  [/\/entries$/, json({ items: [entry("1"), entry("2")], limit: 50 })],
  [/\/entries\/[0-9a-f-]{36}$/, json(entry("1"))],
  [
    /\/related$/,
    json({
      entry: entry("1"),
      groups: [
        {
          kind: "correlation",
          items: [entry("2")],
          more: true,
          filter: "correlationId=it's",
          ...period,
          order: "oldest-first",
        },
      ],
    }),
  ],
  [
    /\/entries\/summary$/,
    json({
      total: 4,
      ...period,
      interval: "12h",
      histogram: [
        { start: period.start, total: 1, outcomes: { SUCCESS: 1 } },
        { start: "2026-03-21T00:00:00.000Z", total: 3, outcomes: { SUCCESS: 1, DENIED: 2 } },
      ],
      facets: [
        { name: "initiator", values: [{ value: "user-1", email: "ada@example.com", count: 3 }], others: 1, absent: 0 },
      ],
    }),
  ],
  [
    /\/insights$/,
    json({
      ...period,
      insights: [
        {
          kind: "manual-work",
          sentence: "ada@example.com did it 40 times",
          figures: { entries: 40 },
          filter: "initiator.id=user-1",
          ...period,
        },
      ],
      missing: [],
    }),
  ],
  [/\/entries\/tail$/, stream([`id: c1\nevent: entry\ndata: ${JSON.stringify(entry("1"))}\n\n`])],
  [
    /\/entries\/export$/,
    (request, response) => {
      const isCsv = request.url?.includes("format=csv") === true;
      const pieces = isCsv ? [file] : [file, `${JSON.stringify({ manifest })}\n`];
      stream(pieces, {}, { "x-audit-manifest": JSON.stringify(manifest) })(request, response);
    },
  ],
  [
    /^\/v3\/filter-fields$/,
    json({
      fields: [
        {
          name: "initiator.id",
          aliases: [],
          sentence: "Who started it",
          kind: "text",
          operators: ["="],
          takesPrefix: true,
          optional: false,
          example: "initiator.id=user-1",
        },
        {
          name: "service",
          aliases: [],
          sentence: "Service in which it happened",
          kind: "text",
          operators: ["="],
          takesPrefix: true,
          optional: false,
          example: "service=dns",
        },
      ],
      limits: {},
    }),
  ],
  [/^\/v3\/catalogue$/, json({ format: 1, domains: [], events: [] })],
];

export const everyRoute: Handler = (request, response) => {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  const [, answer] = answers.find(([route]) => route.test(path)) ?? [];
  (answer ?? problem(404, `${path} not found.`))(request, response);
};
