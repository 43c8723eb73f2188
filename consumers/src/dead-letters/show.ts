// `show`: everything about one letter.
import { writeFileSync } from "node:fs";
import { RegistryAway, uuidText, type AuditEvent } from "@audit-log/schemas";
import { adviceOn } from "./advice.ts";
import { eventIdOf, originText, positionText, sizeOf, type Letter, type Position } from "./letter.ts";
import type { LetterTopic } from "./letter-topic.ts";
import type { Writing } from "../ops/terminal.ts";
import type { Seen } from "./newest-first.ts";
import { bytesText, hexLines, printable, shownHeaders, sizeText, timeText } from "../ops/printable.ts";
import { selected } from "./select.ts";
import type { Judge, Verdict } from "./verdict.ts";

export interface ShowOptions {
  position: Position;
  /** A file for the original bytes; it must not be there yet. */
  save: string | undefined;
  json: boolean;
}

const HEX_BYTES = 128;

/** False where there is no such letter. */
export async function show(
  topic: LetterTopic,
  { position, save, json }: ShowOptions,
  judge: Judge,
  { out, note }: Writing,
): Promise<boolean> {
  const selection = { filter: { positions: [position] }, open: false, limit: 1 };
  for await (const seen of selected(topic, selection, (letter) => letter)) {
    const prospect = await prospectOf(seen.kept, judge);
    if (json) out(JSON.stringify(facts(seen, prospect)));
    else for (const line of lines(seen, prospect)) out(printable(line));
    if (save !== undefined) saveBytes(save, seen.kept.value, note);
    return true;
  }
  note(`there is no letter ${positionText(position)} in ${topic.name}`);
  return false;
}

interface Prospect {
  text: string;
  event: AuditEvent | undefined;
}

async function prospectOf(letter: Letter, judge: Judge): Promise<Prospect> {
  try {
    const verdict = await judge(letter);
    return { text: prospectText(verdict), event: "event" in verdict ? verdict.event : undefined };
  } catch (cause) {
    if (!(cause instanceof RegistryAway)) throw cause;
    return { text: `not known: ${cause.message}`, event: undefined };
  }
}

function prospectText(verdict: Verdict): string {
  if (verdict.what === "stored") return "it would be stored";
  if (verdict.what === "cannot be sent") return `it cannot be: ${verdict.message}`;
  return `it would come straight back: ${verdict.reason}, ${verdict.message}`;
}

function facts({ kept: letter, at, replayedAt }: Seen<Letter>, { text, event }: Prospect) {
  return {
    letter: positionText(letter.position),
    deadLettered: timeText(at),
    reason: letter.reason,
    message: letter.message,
    from: originText(letter),
    written: letter.origin === undefined ? "unknown" : timeText(letter.origin.timestamp),
    bytes: sizeOf(letter),
    key: letter.key === null ? "none" : bytesText(letter.key),
    schemaId: letter.schemaId ?? "none",
    eventId: eventIdOf(letter) ?? "cannot be read",
    worker: letter.workerVersion ?? "unknown",
    replayed: replayedAt === undefined ? "no" : timeText(replayedAt),
    replayOf: letter.replayOf ?? "none",
    headers: shownHeaders(letter.headers),
    ifReplayedNow: text,
    whatToDo: adviceOn(letter.reason),
    event: event === undefined ? "cannot be decoded" : shownEvent(event),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  deadLettered: "dead-lettered",
  bytes: "size",
  schemaId: "schema id",
  eventId: "event id",
  replayOf: "replay of",
  ifReplayedNow: "replayed now",
  whatToDo: "what to do",
};

function* lines(seen: Seen<Letter>, prospect: Prospect): Generator<string> {
  const { headers, event, ...plain } = facts(seen, prospect);
  for (const [name, value] of Object.entries({ ...plain, bytes: sizeText(plain.bytes) })) {
    yield `${(LABELS[name] ?? name).padEnd(14)} ${value}`;
  }
  for (const [name, value] of Object.entries(headers)) yield `${"header".padEnd(14)} ${name}: ${value}`;
  yield "";
  const value = seen.kept.value ?? Buffer.alloc(0);
  if (value.length > HEX_BYTES) yield `the first ${HEX_BYTES} bytes (--save writes them all):`;
  yield* hexLines(value, HEX_BYTES);
  if (typeof event === "string") return;
  yield "";
  yield* JSON.stringify(event, null, 2).split("\n");
}

/** For people: the id as text, and no header that lets somebody in, whoever encoded the event. */
function shownEvent(event: AuditEvent): object {
  const { id, eventTime, request, ...rest } = event;
  const headers = request?.headers;
  return {
    id: uuidText(id),
    eventTime: timeText(eventTime),
    ...rest,
    request: request && { ...request, ...(headers && { headers: shownHeaders(headers) }) },
  };
}

function saveBytes(file: string, value: Buffer | null, note: (line: string) => void): void {
  writeFileSync(file, value ?? "", { flag: "wx", mode: 0o600 });
  note(`${sizeText(value?.length ?? 0)} saved in ${file}`);
}
