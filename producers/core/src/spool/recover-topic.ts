// A topic as it is found on disk: every segment read through, what is damaged mended and reported, what is acknowledged counted off.
import { readdir } from "node:fs/promises";
import { Acknowledged } from "./acknowledged.ts";
import type { SpoolClock } from "./clock.ts";
import { messageOf } from "./faults.ts";
import { cutOff, setAside } from "./mend-segment.ts";
import { type Recovered, recoverSegment, type Rest } from "./recover-segment.ts";
import type { SpoolReports } from "./reports.ts";
import { firstPositionOf, type Segment, segmentFile } from "./segment.ts";
import { SegmentList } from "./segment-list.ts";

export interface RecoveredTopic {
  segments: SegmentList;
  acknowledged: Acknowledged;
}

/** `prefix`: what is acknowledged, as far as it is known. */
export async function recoverTopic(
  topic: string,
  folder: string,
  prefix: number,
  clock: SpoolClock,
  reports: SpoolReports,
): Promise<RecoveredTopic> {
  const positions = (await readdir(folder)).map(firstPositionOf).filter((first) => first !== undefined);
  positions.sort((a, b) => a - b);
  const found: Segment[] = [];
  for (const [index, first] of positions.entries()) {
    const path = segmentFile(folder, first);
    const next = positions[index + 1];
    const recovered = await recoverSegment(path, first, next ?? Infinity);
    const { segment, rest } = recovered;
    const lost = next === undefined ? undefined : next - (segment?.end ?? first);
    if (rest !== undefined) await mend({ topic, path, recovered, rest, isLast: next === undefined, lost }, reports);
    else if (segment?.entries === 0) await cutOff(path, recovered);
    if (segment === undefined || segment.entries === 0) continue;
    clock.see(segment.newest);
    found.push(segment);
  }
  return countOff(found, prefix);
}

interface Damaged {
  topic: string;
  path: string;
  recovered: Recovered;
  rest: Rest;
  isLast: boolean;
  /** Entries up to the next segment. */
  lost: number | undefined;
}

async function mend({ topic, path, recovered, rest, isLast, lost }: Damaged, reports: SpoolReports): Promise<void> {
  const { bytes, reason } = rest;
  if (isLast && rest.unfinished) {
    await cutOff(path, recovered);
    reports.onTorn({ topic, bytes, reason, kept: undefined });
    return;
  }
  try {
    const kept = await setAside(path, recovered);
    if (isLast) reports.onTorn({ topic, bytes, reason, kept });
    else reports.onDamaged({ topic, file: kept, bytes, entries: lost, reason });
  } catch (cause) {
    // A full disk, mostly. The rest stays where it is and is not read: nothing is appended to a segment of an earlier process.
    reports.onDamaged({
      topic,
      file: path,
      bytes,
      entries: lost,
      reason: `${reason}; not set aside: ${messageOf(cause)}`,
    });
  }
}

function countOff(found: readonly Segment[], prefix: number): RecoveredTopic {
  const first = found[0]?.first ?? prefix;
  const acknowledged = new Acknowledged(Math.max(prefix, first));
  const segments = new SegmentList(prefix);
  let end = first;
  for (const segment of found) {
    // A gap: entries that were damaged.
    for (let position = end; position < segment.first; position++) acknowledged.add(position);
    segment.pending = Math.max(0, segment.end - Math.max(segment.first, acknowledged.prefix));
    segments.push(segment);
    end = segment.end;
  }
  return { segments, acknowledged };
}
