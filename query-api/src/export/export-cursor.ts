// Where a download goes on: signed, and valid for the same question of the same reader only. Beside it the same as plain text, for whoever was
// broken off and has no more than the last whole line.
import type { Question } from "../query/cursor.ts";
import { createSeal } from "../query/seal.ts";
import type { Window } from "../query/window.ts";
import type { Scope } from "../scope.ts";
import type { ExportPosition } from "./store/export-store.ts";

export interface ExportBinding {
  readonly scope: Scope;
  readonly subject: string;
  readonly question: Question;
}

export interface ExportCursor {
  readonly window: Window;
  readonly last: ExportPosition;
}

export interface ExportCursors {
  seal(binding: ExportBinding, cursor: ExportCursor): string;
  /** Undefined for anything but an unchanged cursor of this binding. */
  open(binding: ExportBinding, text: string): ExportCursor | undefined;
}

export function exportCursors(secret: string): ExportCursors {
  const seal = createSeal(secret);
  const bound = ({ scope, subject, question }: ExportBinding) => [
    "export",
    scope.type,
    scope.id,
    subject,
    question.descendants,
    question.order,
    question.filter,
  ];
  return {
    seal: (binding, { window, last }) => {
      const parts = [window.start, window.end, last.eventTime, last.id, last.scopeId];
      return seal.seal(Buffer.from(JSON.stringify(parts)), bound(binding));
    },
    open: (binding, text) => {
      const body = seal.open(text, "any", bound(binding));
      if (body === undefined) return undefined;
      // Nobody but us has written it.
      const [start, end, eventTime, id, scopeId]: [number, number, number, string, string] = JSON.parse(String(body));
      return { window: { start, end }, last: { eventTime, id, scopeId } };
    },
  };
}
