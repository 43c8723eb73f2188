// `replay`: plan, say what will be done, ask, send. That nothing is sent which was not announced can be read off these lines.
import type { Producer } from "kafkajs";
import type { ReplayOptions } from "./arguments.ts";
import { originText, positionText, sizeOf } from "./letter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import type { Writing } from "../ops/terminal.ts";
import { planReplay, type Plan } from "./plan.ts";
import { printable, sizeText } from "../ops/printable.ts";
import { lettersIn, sendPlanned } from "./send.ts";
import type { Judge } from "./verdict.ts";

export interface ReplayPorts {
  topic: LetterTopic;
  judge: Judge;
  /** Connected at its first use: a dry run has none. */
  producer: () => Promise<Pick<Producer, "sendBatch" | "send">>;
  /** True where a person said yes. */
  confirm: (question: string) => Promise<boolean>;
}

/** False where somebody said no. */
export async function replay(
  { topic, judge, producer, confirm }: ReplayPorts,
  { selection, dryRun, yes, again, anyway }: ReplayOptions,
  writing: Writing,
): Promise<boolean> {
  const { out, note } = writing;
  const onLeftOut = dryRun
    ? (...[position, why]: [Parameters<typeof positionText>[0], string]) =>
        out(printable(`leave out ${positionText(position)}  ${why}`))
    : undefined;
  const plan = await planReplay(topic, judge, { selection, again, anyway, ...(onLeftOut && { onLeftOut }) });
  if (dryRun) await tell(topic, plan, out);
  for (const line of planLines(plan)) out(printable(line));
  if (dryRun) out("dry run: nothing was sent");
  if (dryRun || plan.total === 0) return true;
  if (!yes && !(await confirm(`Replay ${count(plan.total)}? [y/N] `))) return (out("nothing was sent"), false);

  let sent = 0;
  await sendPlanned(topic, await producer(), plan, (letters) => {
    sent += letters;
    if (sent < plan.total) note(`sent ${sent} of ${plan.total}`);
  });
  out(`replayed ${count(sent)}: sent to where they came from, and remembered as replayed`);
  return true;
}

/** Every letter that would be sent, in the order in which it would be. */
async function tell(topic: LetterTopic, { letters }: Plan, out: (line: string) => void): Promise<void> {
  for (const [partition, ranges] of letters) {
    for await (const letter of lettersIn(topic, partition, ranges)) {
      const { position, origin, reason } = letter;
      const bytes = sizeText(sizeOf(letter));
      out(
        printable(
          `send ${positionText(position)}  ${reason}  ${bytes}  to ${origin?.topic}  (was ${originText(letter)})`,
        ),
      );
    }
  }
}

function* planLines({ total, targets, leftOut }: Plan): Generator<string> {
  for (const [group, { count, example }] of leftOut) yield `left out: ${count} ${group}, such as ${example}`;
  for (const [topic, count] of targets) yield `to ${topic}: ${count}`;
  yield total === 0 ? "nothing to replay" : `to replay: ${count(total)}`;
}

const count = (letters: number): string => (letters === 1 ? "1 letter" : `${letters} letters`);
