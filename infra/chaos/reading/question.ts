// What readers ask, and, once more and on its own, which events are meant by it.
import type { Scope } from "@audit-log/client";
import type { Random } from "../random.ts";
import type { Fact } from "./facts.ts";
import type { Tenants } from "./tenants.ts";

export interface Question {
  readonly scope: Scope;
  readonly includeDescendants: boolean;
  /** An outcome: those alone. */
  readonly outcome?: string;
  readonly asker: Asker;
}

/** Of our organization, of theirs, or of the platform: an operator is shown PRIVATE events, too. */
export const ASKERS = ["auditor", "other", "operator"] as const;
export type Asker = (typeof ASKERS)[number];

export const filterOf = ({ outcome }: Question): string | undefined => outcome && `outcome=${outcome}`;

export function isMeant(question: Question, fact: Fact, tenants: Tenants): boolean {
  const { scope, includeDescendants, outcome, asker } = question;
  return (
    (includeDescendants ? tenants.isWithin(fact.scopeId, scope.id) : fact.scopeId === scope.id) &&
    (asker === "operator" || !fact.isPrivate) &&
    (outcome === undefined || fact.outcome === outcome)
  );
}

export function questionText({ scope, includeDescendants, outcome, asker }: Question): string {
  const words = [asker, scope.type, scope.id.slice(0, 4), includeDescendants ? "with descendants" : "", outcome ?? ""];
  return words.filter((word) => word !== "").join(" ");
}

export interface Questions {
  readonly organization: Question;
  readonly folder: Question;
  readonly project: Question;
  readonly denied: Question;
  readonly failures: Question;
  readonly theirs: Question;
  readonly operators: Question;
}

export function questionsOf({ ours, theirs, folder, project }: Tenants): Questions {
  const all = (scope: Scope, asker: Asker = "auditor"): Question => ({ scope, includeDescendants: true, asker });
  const own = (scope: Scope): Question => ({ scope, includeDescendants: false, asker: "auditor" });
  return {
    organization: all(ours.scope),
    folder: all(folder.scope),
    project: own(project.scope),
    denied: { ...all(ours.scope), outcome: "DENIED" },
    failures: { ...own(project.scope), outcome: "FAILURE" },
    theirs: all(theirs.scope, "other"),
    operators: all(ours.scope, "operator"),
  };
}

export function anyQuestion(questions: Questions, random: Random): Question {
  const { organization, ...others } = questions;
  return random.pick([organization, ...Object.values(others)]);
}
