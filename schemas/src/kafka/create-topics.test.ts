// What a busy broker answers after a topic was made: that it knows of none, that nobody leads it, and then who does.
import type { Admin } from "kafkajs";
import { expect, test, vi } from "vitest";
import { createTopics } from "./create-topics.ts";

const led = (leader: number) => ({
  topics: [{ name: "t", partitions: [{ partitionErrorCode: 0, partitionId: 0, leader, replicas: [], isr: [] }] }],
});

test("waits until every partition has a leader, whatever the broker says before", async () => {
  const admin = {
    createTopics: vi.fn<Admin["createTopics"]>().mockResolvedValue(true),
    fetchTopicMetadata: vi
      .fn<Admin["fetchTopicMetadata"]>()
      .mockRejectedValueOnce(new Error("This server does not host this topic-partition"))
      .mockResolvedValueOnce(led(-1))
      .mockResolvedValue(led(1)),
  };
  await createTopics(admin, [{ topic: "t" }]);
  expect(admin.createTopics).toHaveBeenCalledWith({ topics: [{ topic: "t" }], waitForLeaders: false });
  expect(admin.fetchTopicMetadata).toHaveBeenCalledTimes(3);
});
