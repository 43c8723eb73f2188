// One request's reading: a route says what is asked for and what came of it, and the end of the response has it recorded, however that is.
import type { AuthorizedScope } from "../auth/authorize.ts";
import type { Window } from "../query/window.ts";
import type { Scope } from "../scope.ts";
import { MAX_FILTER } from "./event-inputs.ts";
import type { Reader } from "./reader.ts";
import type { DownloadFormat, Recording, Refusal, SearchKind, ViewKind } from "./recording.ts";
import { refusalScope } from "./refusal-scope.ts";

interface Asked {
  readonly apiVersion: string;
  readonly filter?: string | undefined;
  readonly includesDescendants?: boolean;
}

/** What came of it; told as often as there is news, what is left out stays. */
export interface Shown {
  readonly rows: number;
  readonly window?: Window;
  readonly limit?: number;
  /** Of a body whose length no header says. */
  readonly bytes?: number;
}

/** How the response ended. `bytes`: of its body, where a header said so. */
export interface ReadingEnd {
  readonly status: number;
  readonly bytes: number | undefined;
}

export interface ReadingDependencies {
  recording: Recording;
  /** Milliseconds UTC. */
  now: () => number;
  /** A refusal that no scope's log may have. */
  onUnrecorded: (refusal: Pick<Refusal, "reader" | "reason">) => void;
}

/** nginx's: the caller went away, so nobody saw a status. */
export const CLIENT_CLOSED = 499;

type Tell = (end: ReadingEnd) => void;

export class Reading {
  readonly #dependencies: ReadingDependencies;
  readonly #readerOf: () => Reader;
  #shown: Shown = { rows: 0 };
  #tell: Tell | undefined;
  #end: ReadingEnd | undefined;
  #isTold = false;

  /** `readerOf` is asked when the first thing is told: by then the reader is known. */
  constructor(dependencies: ReadingDependencies, readerOf: () => Reader) {
    this.#dependencies = dependencies;
    this.#readerOf = readerOf;
  }

  /** A list, one entry or a tail. A filter makes it a search. */
  views(scope: AuthorizedScope, kind: ViewKind, asked: Asked & { readonly entryId?: string }): void {
    const { filter, entryId } = asked;
    if (filter !== undefined && filter !== "" && kind !== "entry") return this.searches(scope, kind, asked);
    const { recording } = this.#dependencies;
    this.#begins((end) => recording.viewed({ ...this.#read(scope, asked), ...this.#once(end, kind), kind, entryId }));
  }

  searches(scope: AuthorizedScope, kind: SearchKind, asked: Asked): void {
    const { recording } = this.#dependencies;
    // Not more of it than the event has: it is remembered for a minute.
    const filter = asked.filter?.slice(0, MAX_FILTER);
    this.#begins((end) => recording.searched({ ...this.#read(scope, asked), ...this.#once(end, kind), kind, filter }));
  }

  /** Complete is what reached its end: a route that cannot finish must break the response off. */
  downloads(scope: AuthorizedScope, format: DownloadFormat, asked: Asked): void {
    const { recording } = this.#dependencies;
    const { filter } = asked;
    this.#begins(({ status, bytes }) => {
      const { firstAt, reads, limit, ...end } = this.#once({ status, bytes });
      recording.downloaded({ ...this.#read(scope, asked), ...end, format, filter, complete: status < 400 });
    });
  }

  shows(shown: Shown): void {
    this.#shown = { ...this.#shown, ...shown };
  }

  /** For a response that lasts (a tail): tells what was shown since this was last called, and that it goes on. As often as wanted: a minute is one event. */
  goesOn(): void {
    if (this.#end !== undefined) return;
    this.#tell?.({ status: 200, bytes: undefined });
    this.#shown = { ...this.#shown, rows: 0 };
  }

  refused(reason: Refusal["reason"], attempted: Scope, apiVersion: string): void {
    const { recording, onUnrecorded } = this.#dependencies;
    const reader = this.#readerOf();
    const scope = refusalScope(reason, attempted, reader);
    if (scope === undefined) return onUnrecorded({ reader, reason });
    const { type, id } = attempted;
    this.#begins((end) => {
      const { at, firstAt, reads, status } = this.#once(end);
      recording.refused({
        reader,
        scope,
        apiVersion,
        at,
        firstAt,
        reads,
        status,
        reason,
        attempted: { type, ids: [id] },
      });
    });
  }

  /** The response is over. Called once. */
  ended(end: ReadingEnd): void {
    this.#end = end;
    this.#tell?.(end);
  }

  /** Also after the end: a reader may hang up before the route knows what is asked for. */
  #begins(tell: Tell): void {
    this.#tell = tell;
    if (this.#end !== undefined) tell(this.#end);
  }

  #read({ type, id }: Scope, { apiVersion, includesDescendants = false }: Asked) {
    return { reader: this.#readerOf(), scope: { type, id }, apiVersion, includesDescendants };
  }

  #once(end: ReadingEnd, kind?: ViewKind | SearchKind) {
    const { rows, window, limit } = this.#shown;
    const at = this.#dependencies.now();
    const reads = this.#isTold ? 0 : 1;
    this.#isTold = true;
    // A tail has no other end.
    const status = kind === "tail" && end.status === CLIENT_CLOSED ? 200 : end.status;
    return { rows, window, limit, bytes: this.#shown.bytes ?? end.bytes, status, at, firstAt: at, reads };
  }
}
