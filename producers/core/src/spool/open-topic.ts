// Opens one topic's folder, made where it is missing.
import { join } from "node:path";
import { AcknowledgedFile } from "./acknowledged-file.ts";
import { makeFolder } from "./files.ts";
import { recoverTopic } from "./recover-topic.ts";
import { TopicSpool, type TopicSpoolOptions } from "./topic-spool.ts";

const NAME = /^(?!\.+$)[\w.-]{1,200}$/;

/** Whether the name can be that of a folder. */
export const isTopicName = (name: string): boolean => NAME.test(name);

export type Surroundings = Omit<TopicSpoolOptions, "segments" | "acknowledged" | "acknowledgedFile">;

export async function openTopic(surroundings: Surroundings): Promise<TopicSpool> {
  const { name, folder, clock, room, reports } = surroundings;
  await makeFolder(folder);
  const file = join(folder, "acknowledged");
  const acknowledgedFile = await AcknowledgedFile.open(file);
  try {
    if (acknowledgedFile.damaged)
      reports.onDamaged({
        topic: name,
        file,
        bytes: 0,
        entries: 0,
        reason: "unreadable; all that is stored is sent again",
      });
    const recovered = await recoverTopic(name, folder, acknowledgedFile.prefix, clock, reports);
    for (const { bytes } of recovered.segments.all) room.count(bytes);
    return new TopicSpool({ ...surroundings, ...recovered, acknowledgedFile });
  } catch (cause) {
    await acknowledgedFile.close();
    throw cause;
  }
}
