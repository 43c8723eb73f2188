// The one way in which topics are made here: kafkajs's own wait does not bear a broker that is busy.
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin, ITopicConfig } from "kafkajs";

type TopicAdmin = Pick<Admin, "createTopics" | "fetchTopicMetadata">;

const LED_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Makes the topics that are not there yet, and returns when every partition of all of them has a leader. Existing topics are left as they
 * are; new ones have the replication factor that the brokers are configured with. Throws what the broker said last, after 60 s.
 */
export async function createTopics(admin: TopicAdmin, topics: ITopicConfig[]): Promise<void> {
  await admin.createTopics({ topics, waitForLeaders: false });
  await untilLed(
    admin,
    topics.map(({ topic }) => topic),
  );
}

/** kafkajs can wait by itself, but gives up where a broker has not heard yet of a topic that the controller has just made. */
async function untilLed(admin: TopicAdmin, topics: string[]): Promise<void> {
  const deadline = performance.now() + LED_WITHIN_MS;
  for (;;) {
    try {
      const found = await admin.fetchTopicMetadata({ topics });
      if (found.topics.every((topic) => topic.partitions.every(({ leader }) => leader >= 0))) return;
    } catch (cause) {
      if (performance.now() > deadline) throw cause;
    }
    if (performance.now() > deadline) throw new Error(`topics have no leader: ${topics.join(", ")}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
