// Which letters are meant. Every command takes the same filters, so that what `list` shows is what `replay` takes.
import { eventIdOf, positionText, type Letter, type Position } from "./letter.ts";
import type { Bounds } from "./letter-topic.ts";

/** Everything that is given must hold; of what is given more than once, one must. */
export interface LetterFilter {
  positions?: readonly Position[];
  reasons?: readonly string[];
  /** Of the original records. */
  topics?: readonly string[];
  /** Of the time of dead-lettering, milliseconds UTC, inclusive. */
  since?: number;
  until?: number;
  /** Of the original record. */
  partition?: number;
  offset?: number;
  /** Hexadecimal digits with which the event's id begins, without dashes. */
  event?: string;
}

/** Without any condition it means every letter. */
export const isEveryLetter = (filter: LetterFilter): boolean => Object.keys(filter).length === 0;

export function matches(filter: LetterFilter, letter: Letter): boolean {
  const { positions, reasons, topics, since, until, partition, offset, event } = filter;
  const at = positionText(letter.position);
  return (
    (positions === undefined || positions.some((position) => positionText(position) === at)) &&
    (reasons === undefined || reasons.includes(letter.reason)) &&
    (topics === undefined || (letter.origin !== undefined && topics.includes(letter.origin.topic))) &&
    (since === undefined || letter.at >= since) &&
    (until === undefined || letter.at <= until) &&
    (partition === undefined || letter.origin?.partition === partition) &&
    (offset === undefined || letter.origin?.offset === offset) &&
    (event === undefined || eventIdOf(letter)?.replaceAll("-", "").startsWith(event) === true)
  );
}

/** The part of the topic that can hold such letters, and whatever notes there are of them: those are behind the letters. */
export function narrowed({ positions }: LetterFilter, bounds: readonly Bounds[]): Bounds[] {
  if (positions === undefined) return [...bounds];
  return bounds.flatMap((one) => {
    const offsets = positions.filter(({ partition }) => partition === one.partition).map(({ offset }) => offset);
    return offsets.length === 0 ? [] : [{ ...one, from: Math.max(one.from, Math.min(...offsets)) }];
  });
}
