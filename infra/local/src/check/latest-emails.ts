// The e-mails that the API must show: of each initiator the latest that was told, whichever event it is shown with.
import type { RecordedCall } from "../demo/publish-demo.ts";

type Told = NonNullable<RecordedCall["input"]["initiator"]>;

export type EmailOf = (initiator: Pick<Told, "kind" | "id">) => string | undefined;

export function latestEmails(calls: readonly RecordedCall[]): EmailOf {
  const told = new Map<string, { email: string; time: number }>();
  for (const { input } of calls) {
    const { initiator, eventTime } = input;
    if (initiator?.email === undefined || initiator.email === null) continue;
    const [key, time] = [keyOf(initiator), Number(eventTime)];
    if (time >= (told.get(key)?.time ?? -Infinity)) told.set(key, { email: initiator.email, time });
  }
  return (initiator) => told.get(keyOf(initiator))?.email;
}

/** Two kinds may share an id. */
const keyOf = ({ kind, id }: Pick<Told, "kind" | "id">): string => `${kind}/${id}`;
