// What one worker does for all: keeps the table hierarchy as the facts have it, and fills events that came before their organization was
// known. Two of them for a moment do no harm: both write what they know, a fill changes only what is missing, and each new surveyor, and
// every hour, compares everything anew.
import type { Hierarchy, KnownNode } from "./hierarchy.ts";
import type { HierarchyRow, HierarchyStore } from "./hierarchy-store.ts";
import type { HierarchyObserver } from "./observer.ts";
import { isSamePath, type Place } from "./fact.ts";

export interface SurveyorOptions {
  hierarchy: Hierarchy;
  store: HierarchyStore;
  observer: HierarchyObserver;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

/** Rows that are compared, and written, at once. */
const ROWS_AT_ONCE = 2_000;
/** How often events are looked for although nothing changed: workers learn of a node at different times. */
const LOOK_EVERY_MS = 60_000;
/** A mutation touches every part of the table, if only to find nothing in it: 1.7 s of CPU with 110 parts. Readers need not wait for it. */
const FILL_EVERY_MS = 30_000;

export class Surveyor {
  readonly #options: SurveyorOptions;
  /** Nodes whose row may not be what it should. */
  #noted = new Set<string>();
  #office: AbortSignal | undefined;
  #isNew = false;
  #missedLookedFor = false;
  #lookAt = 0;
  #restUntil = 0;

  constructor(options: SurveyorOptions) {
    this.#options = options;
  }

  /** Surveyor until the signal is aborted; undefined: no longer. */
  appoint(office: AbortSignal | undefined): void {
    this.#office = office;
    this.#isNew = office !== undefined;
  }

  /** Nodes that changed. */
  note(ids: readonly string[]): void {
    if (this.#isInOffice()) for (const id of ids) this.#noted.add(id);
  }

  /** Everything is to be compared anew. */
  noteAll(): void {
    this.#isNew = true;
  }

  /** Throws what is worth another try; what is not done then is done at the next. */
  async keep(): Promise<void> {
    if (!this.#isInOffice()) return this.#noted.clear();
    if (this.#isNew) {
      this.#isNew = false;
      this.#missedLookedFor = false;
      this.#noted = new Set(this.#options.hierarchy.ids());
    }
    if (!this.#missedLookedFor) {
      // Facts among it are read at the next survey.
      await this.#options.store.writeMissed();
      this.#missedLookedFor = true;
    }
    const { now } = this.#options;
    if (await this.#writeRows()) this.#lookAt = 0;
    if (now() < Math.max(this.#lookAt, this.#restUntil)) return;
    const mayBeMore = await this.#fill();
    this.#lookAt = mayBeMore ? 0 : now() + LOOK_EVERY_MS;
  }

  #isInOffice(): boolean {
    return this.#office?.aborted === false;
  }

  /** True where a row was written. */
  async #writeRows(): Promise<boolean> {
    const { hierarchy, store, observer } = this.#options;
    const noted = [...this.#noted];
    let written = 0;
    for (let at = 0; at < noted.length; at += ROWS_AT_ONCE) {
      const ids = noted.slice(at, at + ROWS_AT_ONCE);
      const known = Map.groupBy(await store.rows(ids), ({ id }) => id);
      const rows = ids.flatMap((id) => changes(hierarchy.node(id), known.get(id) ?? []));
      if (!this.#isInOffice()) break;
      if (rows.length > 0) await store.writeRows(rows);
      written += rows.length;
      for (const id of ids) this.#noted.delete(id);
    }
    if (written > 0) observer.rowsWritten(written);
    return written > 0;
  }

  /**
   * One partition at a time, and never beside another mutation. What is filled in is what the table says, so that readers find the same
   * before and after. True where there may be more to do.
   */
  async #fill(): Promise<boolean> {
    const { store, observer, now } = this.#options;
    const unfinished = await store.unfinishedMutation();
    if (unfinished !== undefined) {
      if (unfinished.fault !== "") observer.fillStuck(unfinished.id, unfinished.fault);
      return true;
    }
    const unfilled = await store.unfilled();
    if (unfilled === undefined) return false;
    const rows = (await store.rows(unfilled.scopeIds)).filter(({ movedAway }) => !movedAway);
    const places = new Map<string, Place>(rows.map((row) => [row.id, row]));
    if (!this.#isInOffice()) return false;
    this.#restUntil = now() + FILL_EVERY_MS;
    await store.fill(unfilled.partition, places);
    observer.fillBegun(unfilled.partition, places.size);
    return true;
  }
}

/** What is to be written so that the node is where it lies, and nowhere else. */
function changes(node: KnownNode | undefined, known: readonly HierarchyRow[]): HierarchyRow[] {
  if (node === undefined) return [];
  const { id, type, containerId, place } = node;
  const version = known.reduce((most, row) => Math.max(most, row.version), 0) + 1;
  const elsewhere = known.filter(
    ({ organizationId, movedAway }) => !movedAway && organizationId !== place?.organizationId,
  );
  const left = elsewhere.map((row) => ({ ...row, version, movedAway: true }));
  const here = place === undefined ? undefined : { ...place, id, type, containerId, version, movedAway: false };
  return here === undefined || known.some((row) => isSame(row, here)) ? left : [...left, here];
}

const isSame = (one: HierarchyRow, other: HierarchyRow): boolean =>
  one.movedAway === other.movedAway &&
  one.type === other.type &&
  one.containerId === other.containerId &&
  one.organizationId === other.organizationId &&
  one.folderId === other.folderId &&
  isSamePath(one.folderIds, other.folderIds);
