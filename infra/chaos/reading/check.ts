// The checker, of data in memory: what was acknowledged against what is stored, and what is stored against what each reader was shown.
import { inWords } from "../in-words.ts";
import { difference, type Fact, type Stored } from "./facts.ts";
import { isMeant, questionText } from "./question.ts";
import { ORDERS, type Showing } from "./showing.ts";
import type { Tenants } from "./tenants.ts";

/** A file whose entries are not looked at: how many it says there are. */
export type Counted = Omit<Showing, "shown" | "told" | "order"> & { readonly rows: number };

export interface Evidence {
  readonly tenants: Tenants;
  readonly acknowledged: ReadonlyMap<string, Fact>;
  /** By id. Events of the audit log itself, which nobody acknowledged to us, are among them. */
  readonly stored: ReadonlyMap<string, Stored>;
  readonly showings: readonly Showing[];
  readonly counted: readonly Counted[];
}

const MEANING = {
  lost: "acknowledged and not stored",
  altered: "stored or shown as something else",
  missing: "settled and not shown",
  twice: "shown twice",
  foreign: "shown and not asked for: another scope, PRIVATE, or outside of the window",
  strangers: "shown and not stored",
  disorder: "out of order",
  tooLate: "shown after it was told that nothing so old is to come",
  miscounted: "files with a wrong number of entries",
} as const;

export type Findings = Record<keyof typeof MEANING, string[]>;

export function check({ tenants, acknowledged, stored, showings, counted }: Evidence): Findings {
  const findings: Findings = {
    lost: [],
    altered: [],
    missing: [],
    twice: [],
    foreign: [],
    strangers: [],
    disorder: [],
    tooLate: [],
    miscounted: [],
  };
  for (const [id, fact] of acknowledged) {
    const found = stored.get(id);
    if (found === undefined) findings.lost.push(id);
    else noteDifference(findings, fact, found, "stored");
  }
  for (const showing of showings) {
    checkShown(showing, stored, tenants, findings);
    checkTold(showing, stored, findings);
  }
  for (const file of counted) {
    const all = [...stored.values()].filter((fact) => isAskedFor(file, fact, tenants));
    const least = all.filter((fact) => isSettled(file, fact)).length;
    if (file.rows < least || file.rows > all.length)
      findings.miscounted.push(`${nameOf(file)}: ${file.rows}, not ${least} to ${all.length}`);
  }
  return findings;
}

export const violationsOf = (findings: Findings): string[] => inWords(findings, MEANING);

function checkShown(showing: Showing, stored: Evidence["stored"], tenants: Tenants, findings: Findings): void {
  const { shown, order } = showing;
  const name = nameOf(showing);
  const seen = new Set<string>();
  let last: Stored | undefined;
  for (const one of shown) {
    const where = `${one.id} by ${name}`;
    if (seen.has(one.id)) findings.twice.push(where);
    seen.add(one.id);
    const fact = stored.get(one.id);
    if (fact === undefined) {
      findings.strangers.push(where);
      continue;
    }
    noteDifference(findings, fact, one, name);
    if (!isAskedFor(showing, fact, tenants)) findings.foreign.push(where);
    if (last !== undefined && ORDERS[order](last, fact) > 0) findings.disorder.push(`${where}, after ${last.id}`);
    last = fact;
  }
  for (const fact of stored.values())
    if (!seen.has(fact.id) && isSettled(showing, fact) && isAskedFor(showing, fact, tenants))
      findings.missing.push(`${fact.id} by ${name}`);
}

function checkTold(showing: Showing, stored: Evidence["stored"], findings: Findings): void {
  let [next, until] = [0, 0];
  for (const [index, { id }] of showing.shown.entries()) {
    for (; (showing.told[next]?.count ?? Number.POSITIVE_INFINITY) <= index; next++)
      until = Math.max(until, showing.told[next]?.until ?? 0);
    if ((stored.get(id)?.receivedTime ?? until) < until) findings.tooLate.push(`${id} by ${nameOf(showing)}`);
  }
}

function noteDifference({ altered }: Findings, was: Fact, is: Fact, where: string): void {
  const found = difference(was, is);
  if (found !== undefined) altered.push(`${was.id} by ${where}: ${found}`);
}

type Asked = Pick<Showing, "question" | "window" | "since" | "settledUntil">;

const isSettled = ({ since, settledUntil }: Asked, { receivedTime }: Stored): boolean =>
  receivedTime >= since && receivedTime < settledUntil;

const isAskedFor = ({ question, window }: Asked, fact: Stored, tenants: Tenants): boolean =>
  (window === undefined || (fact.eventTime >= window.start && fact.eventTime < window.end)) &&
  isMeant(question, fact, tenants);

const nameOf = ({ mode, how, question }: Pick<Showing, "mode" | "how" | "question">): string =>
  `${mode} (${how}, ${questionText(question)})`;
