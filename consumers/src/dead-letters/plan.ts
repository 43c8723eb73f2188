// What a replay would do: which letters are sent to which topic, which are left out and why. Holds ranges of offsets, no letters.
import { positionText, type Letter, type Position } from "./letter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import type { OffsetRange } from "./note.ts";
import { timeText } from "../ops/printable.ts";
import { selected, type Selection } from "./select.ts";
import type { Judge } from "./verdict.ts";

export interface Plan {
  total: number;
  /** Ascending ranges of letters by partition of the dead-letter topic. */
  letters: Map<number, OffsetRange[]>;
  /** Letters by the topic that they go to. */
  targets: Map<string, number>;
  leftOut: Map<string, { count: number; example: string }>;
}

export interface PlanOptions {
  selection: Selection;
  /** Also what was replayed before. */
  again: boolean;
  /** Also what would come straight back. */
  anyway: boolean;
  /** Called for every letter that is left out. */
  onLeftOut?: (position: Position, why: string) => void;
}

/** Throws RegistryAway where it cannot be said what would come back. */
export async function planReplay(
  topic: Pick<LetterTopic, "bounds" | "read">,
  judge: Judge,
  { selection, again, anyway, onLeftOut }: PlanOptions,
): Promise<Plan> {
  const letters = new Map<number, [number, number][]>();
  const plan: Plan = { total: 0, letters, targets: new Map(), leftOut: new Map() };
  const leaveOut = (position: Position, { group, why }: Hindrance) => {
    const { count = 0, example = `${positionText(position)}: ${why}` } = plan.leftOut.get(group) ?? {};
    plan.leftOut.set(group, { count: count + 1, example });
    onLeftOut?.(position, `${group}: ${why}`);
  };
  for await (const { position, replayedAt, kept } of selected(topic, selection, (letter) => looked(letter, judge))) {
    if (replayedAt !== undefined && !again) leaveOut(position, replayedBefore(replayedAt));
    else if (kept.hindrance !== undefined && !(anyway && kept.hindrance.canBeSent)) leaveOut(position, kept.hindrance);
    else {
      plan.total += 1;
      plan.targets.set(kept.target, (plan.targets.get(kept.target) ?? 0) + 1);
      const ranges = letters.get(position.partition) ?? [];
      addBelow(ranges, position.offset);
      letters.set(position.partition, ranges);
    }
  }
  for (const ranges of letters.values()) ranges.reverse();
  return plan;
}

interface Hindrance {
  /** Few different ones: they are counted. */
  group: string;
  why: string;
  canBeSent: boolean;
}

async function looked(letter: Letter, judge: Judge): Promise<{ target: string; hindrance: Hindrance | undefined }> {
  const verdict = await judge(letter);
  const target = letter.origin?.topic ?? "";
  if (verdict.what === "stored") return { target, hindrance: undefined };
  const comesBack = verdict.what === "comes back";
  const group = comesBack ? `would come straight back (${verdict.reason})` : "cannot be replayed";
  return { target, hindrance: { group, why: verdict.message, canBeSent: comesBack } };
}

const replayedBefore = (at: number): Hindrance => ({
  group: "replayed before",
  why: `at ${timeText(at)}; --again sends it again`,
  canBeSent: true,
});

/** Letters come newest first. */
function addBelow(ranges: [number, number][], offset: number): void {
  const lowest = ranges.at(-1);
  if (lowest !== undefined && lowest[0] === offset + 1) lowest[0] = offset;
  else ranges.push([offset, offset]);
}
