// What every ExportStore promises, as a suite: run by the tests of each implementation.
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../../test/granted-scope.ts";
import { FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "../../../test/rows.ts";
import { selectionOf } from "../../../test/selections.ts";
import { parseFilter } from "../../filter/index.ts";
import { type EntryRow } from "../../query/entry-row.ts";
import type { Order } from "../../query/page.ts";
import { positionOf } from "../../query/position.ts";
import type { Selection } from "../../query/selection.ts";
import type { Scope } from "../../scope.ts";
import { RowReader } from "../../wire/row-reader.ts";
import { rowOf } from "../../wire/wire-values.ts";
import type { ExportPosition, ExportStore } from "./export-store.ts";

export interface ExportStoreUnderTest {
  store: ExportStore;
  add: (...rows: EntryRow[]) => Promise<void>;
}

const { signal } = new AbortController();
const DAY = 86_400_000;

/** `open` gives a store without entries. `now`: milliseconds UTC. */
export function exportStoreContract(open: () => Promise<ExportStoreUnderTest>, now: () => number): void {
  const window = () => ({ start: now() - 60 * DAY, end: now() });
  const project: Scope = { type: "PROJECT", id: PROJECT };

  async function rowsOf(
    store: ExportStore,
    selection: Selection,
    order: Order = "oldest-first",
    after?: ExportPosition,
  ) {
    const pieces = await Array.fromAsync(store.rows(selection, order, after, signal));
    const bytes = Buffer.concat(pieces);
    const reader = new RowReader();
    const rows: EntryRow[] = [];
    for (let at = 0; at < bytes.length;) {
      at = reader.read(bytes, at, true);
      expect(at).toBeGreaterThan(0);
      rows.push(rowOf(reader));
    }
    return rows;
  }

  describe("rows of a download", () => {
    test("none", async () => {
      const { store } = await open();
      expect(await rowsOf(store, selectionOf(await grantedScope(project), window()))).toEqual([]);
    });

    test("every column, over weeks, in order and backwards; nothing of other scopes, times and visibilities", async () => {
      const { store, add } = await open();
      const at = now();
      const odd = {
        details: '{"a":"\\u0000\\n"}',
        resource_name: "ünï\u0000\t😀",
        status_code: "-7",
        producer_sequence: "18446744073709551615",
      };
      const rows = [40, 20, 10, 9, 1].map((days, index) => rowAt(at - days * DAY, idOf(index), odd));
      await add(
        ...rows.toReversed(),
        rowAt(at - DAY, idOf(90), { visibility: "PRIVATE" }),
        rowAt(at - DAY, idOf(91), { scope_id: OTHER_PROJECT }),
        rowAt(at - 70 * DAY, idOf(92)),
      );
      const selection = selectionOf(await grantedScope(project), window());
      expect(await rowsOf(store, selection)).toEqual(rows);
      expect(await rowsOf(store, selection, "newest-first")).toEqual(rows.toReversed());
    });

    test("a filter holds", async () => {
      const { store, add } = await open();
      await add(rowAt(now() - 1, idOf(1)), rowAt(now() - 2, idOf(2), { outcome: "DENIED" }));
      const parsed = parseFilter("outcome=DENIED");
      if (!parsed.ok) expect.unreachable();
      const selection = selectionOf(await grantedScope(project), window(), { filter: parsed.filter });
      expect((await rowsOf(store, selection)).map(({ event_id }) => event_id)).toEqual([idOf(2)]);
    });

    test.each(["oldest-first", "newest-first"] as const)(
      "%s it goes on behind every row of an organization",
      async (order) => {
        const { store, add } = await open();
        const own = { organization_id: ORGANIZATION };
        const scopes = [PROJECT, FOLDER, OTHER_PROJECT];
        await add(
          ...scopes.flatMap((scope_id, index) =>
            [1, 2, 2, 8, 20].map((days, nth) =>
              rowAt(now() - days * DAY, idOf(index * 16 + nth), { ...own, scope_id }),
            ),
          ),
        );
        const organization = await grantedScope({ type: "ORGANIZATION", id: ORGANIZATION });
        const selection = selectionOf(organization, window(), { descendants: true });
        const whole = await rowsOf(store, selection, order);
        expect(whole).toHaveLength(15);
        for (const [index, row] of whole.entries())
          expect(await rowsOf(store, selection, order, { ...positionOf(row), scopeId: row.scope_id })).toEqual(
            whole.slice(index + 1),
          );
      },
    );
  });
}
