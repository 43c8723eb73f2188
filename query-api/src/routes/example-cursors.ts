// Cursors as examples in the document: made as real ones are, so that they cannot grow old, and good for nobody.
import { exampleRow } from "../entries/example-row.ts";
import { exportCursors } from "../export/export-cursor.ts";
import { createCursors } from "../query/cursor.ts";
import { createFeedCursors } from "../query/feed-cursor.ts";
import { positionOf } from "../query/position.ts";

const SECRET = "of the examples in the document, and of nothing else";

const scope = { type: "PROJECT", id: exampleRow.scope_id } as const;
const subject = "example";
const question = { descendants: false, order: "newest-first", filter: "" } as const;
const window = { start: Date.UTC(2026, 2, 20, 12), end: Date.UTC(2026, 2, 21, 12) };
const last = positionOf(exampleRow);

export const exampleCursor = createCursors(SECRET).seal({ version: "v3", scope, subject, question }, { window, last });

export const exampleFeedCursor = createFeedCursors(SECRET).seal(
  { scope, subject, descendants: false, filter: "" },
  { receivedTime: last.eventTime, id: last.id },
);

export const exampleExportCursor = exportCursors(SECRET).seal(
  { scope, subject, question },
  { window, last: { ...last, scopeId: scope.id } },
);
