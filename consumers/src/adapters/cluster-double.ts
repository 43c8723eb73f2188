// A cluster of two brokers for kafkajs's own consumer, in memory: the real Runner, ConsumerGroup and FetchManager run over it, so that
// what they do when a leader moves can be tested without moving one. Partition 0 is led by broker 1, partition 1 by broker 2.
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { rawRecord } from "../testing/index.ts";
import { storedBatch } from "../testing/record-batches.ts";
import { asMember, type GroupClient, type MembershipListener, type OffsetAdmin } from "../fetch/group-client.ts";

// kafkajs's inner modules have no types.
const internal = createRequire(createRequire(import.meta.url).resolve("kafkajs"));
const createConsumer = internal("./src/consumer");
const { MemberAssignment } = internal("./src/consumer/assignerProtocol");
const { KafkaJSMemberIdRequired, KafkaJSProtocolError } = internal("./src/errors");
const { createErrorFromCode } = internal("./src/protocol/error");

const FETCH_MS = 20;
/** A new coordinator keeps a member id that it gave for so long, until the group is joined with it. */
const PENDING_MS = 1_000;
const [NOT_LEADER, NOT_COORDINATOR, UNKNOWN_MEMBER, MEMBER_ID_REQUIRED] = [6, 16, 25, 79];
const PER_FETCH = 10;

export interface ClusterDouble {
  kafka: GroupClient;
  committed: Map<number, number>;
  joins: () => number;
  /** The next fetch from broker 2 is answered "not the leader": kafkajs joins again inside that fetch. */
  moveLeader: () => void;
  /** Another broker coordinates the group, and knows no member of it; the former one lives on and says so. */
  moveCoordinator: () => void;
  /** So many fetches of partition 0 that begin at this offset bring a record batch with a bit that is not as it was sent. */
  damage: (offset: number, times: number) => void;
}

interface TopicRequest {
  topic: string;
  partitions: { partition: number; fetchOffset?: string; offset?: string }[];
}

/** Both partitions of `topic` hold the offsets 0 to `end` − 1, each with the same value. */
export function clusterDouble(topic: string, end: number, value: Buffer): ClusterDouble {
  const committed = new Map([
    [0, 0],
    [1, 0],
  ]);
  let joins = 0;
  let moving = false;
  const damaged = { offset: -1, times: 0 };
  let listener: MembershipListener | undefined;
  const logger = { namespace: () => logger, info: () => {}, debug: () => {}, warn: () => {}, error: () => {} };

  const offsetsOf = ({ topic: name, partitions }: TopicRequest) => ({
    topic: name,
    partitions: partitions.map(({ partition }) => ({ partition, offset: String(committed.get(partition)) })),
  });
  const intercept = asMember(() => listener);
  const request = (apiName: string, answer: () => unknown): Promise<unknown> =>
    intercept(
      { request: { apiName, apiVersion: 0 }, response: { decode: async () => {}, parse: async () => {} } },
      async () => answer(),
    );
  let coordinators = 1;
  let pendingSince = -Infinity;

  /** The first one has no questions; those that come later give out member ids and want them back in time. */
  const admit = (number: number, memberId: string): object => {
    if (number > 1 && memberId === "") {
      pendingSince = performance.now();
      throw new KafkaJSMemberIdRequired(createErrorFromCode(MEMBER_ID_REQUIRED), { memberId: `m${number}` });
    }
    const isPending = memberId === `m${number}` && performance.now() - pendingSince < PENDING_MS;
    if (number > 1 && !isPending) throw new KafkaJSProtocolError(createErrorFromCode(UNKNOWN_MEMBER));
    joins += 1;
    const groupProtocol = "RoundRobinAssigner";
    return {
      generationId: joins,
      leaderId: "m1",
      memberId: `m${number}`,
      members: [{ memberId: "m1" }],
      groupProtocol,
    };
  };
  const coordinator = (number: number) => {
    const asked = (apiName: string, answer: () => unknown): Promise<unknown> =>
      request(apiName, () => {
        if (number !== coordinators) throw new KafkaJSProtocolError(createErrorFromCode(NOT_COORDINATOR));
        return answer();
      });
    return {
      isConnected: () => true,
      // As kafkajs's broker does it: whoever has no member id is given one, and asks with it at once.
      joinGroup: ({ memberId }: { memberId: string }) =>
        asked("JoinGroup", () => admit(number, memberId)).catch((cause: unknown) => {
          if (cause instanceof KafkaJSMemberIdRequired) return asked("JoinGroup", () => admit(number, `m${number}`));
          throw cause;
        }),
      syncGroup: () =>
        asked("SyncGroup", () => ({
          memberAssignment: MemberAssignment.encode({
            version: 1,
            assignment: { [topic]: [0, 1] },
            userData: Buffer.alloc(0),
          }),
        })),
      heartbeat: () => asked("Heartbeat", () => {}),
      leaveGroup: async () => {},
      offsetFetch: async ({ topics }: { topics: TopicRequest[] }) => ({ responses: topics.map(offsetsOf) }),
      offsetCommit: ({ topics }: { topics: TopicRequest[] }) =>
        asked("OffsetCommit", () => {
          for (const { partitions } of topics)
            for (const one of partitions) committed.set(one.partition, Number(one.offset));
        }),
    };
  };
  const known = new Map<number, ReturnType<typeof coordinator>>();
  const coordinatorNow = () => {
    const one = known.get(coordinators) ?? coordinator(coordinators);
    known.set(coordinators, one);
    return one;
  };

  const messagesFrom = (partition: number, offset: number) => {
    const count = Math.max(0, Math.min(PER_FETCH, end - offset));
    if (count === 0) return [];
    const records = Array.from({ length: count }, (_, index) => rawRecord(topic, offset + index, value, partition));
    const stored = storedBatch(records);
    if (partition === 0 && offset === damaged.offset && damaged.times-- > 0)
      stored.writeUInt8(stored.readUInt8(stored.length - 1) ^ 1, stored.length - 1);
    return [{ offset: String(offset + count - 1), isControlRecord: false, isVoid: false, stored }];
  };
  const broker = (nodeId: number) => ({
    fetch: async ({ topics }: { topics: TopicRequest[] }) => {
      await sleep(FETCH_MS);
      if (nodeId === 2 && moving) {
        moving = false;
        throw new KafkaJSProtocolError(createErrorFromCode(NOT_LEADER));
      }
      return {
        responses: topics.map(({ topic: topicName, partitions }) => ({
          topicName,
          partitions: partitions.map(({ partition, fetchOffset }) => ({
            partition,
            highWatermark: String(end),
            abortedTransactions: [],
            messages: messagesFrom(partition, Number(fetchOffset)),
          })),
        })),
      };
    },
  });
  const offsets = {};
  const cluster = {
    connect: async () => {},
    disconnect: async () => {},
    refreshMetadata: async () => {},
    refreshMetadataIfNecessary: async () => {},
    addMultipleTargetTopics: async () => {},
    getNodeIds: () => [1, 2],
    findGroupCoordinator: async () => coordinatorNow(),
    findBroker: async ({ nodeId }: { nodeId: number }) => broker(nodeId),
    removeBroker: () => {},
    findTopicPartitionMetadata: (name: string) =>
      name === topic ? [0, 1].map((partitionId) => ({ partitionId, leader: partitionId + 1 })) : [],
    committedOffsets: () => offsets,
    fetchTopicsOffset: async () => [],
    defaultOffset: () => "-2",
  };
  const admin: OffsetAdmin = {
    connect: async () => {},
    disconnect: async () => {},
    fetchTopicOffsets: async () =>
      [...committed.keys()].map((partition) => ({ partition, offset: String(end), high: String(end), low: "0" })),
    fetchOffsets: async () => [
      {
        topic,
        partitions: [...committed].map(([partition, offset]) => ({
          partition,
          offset: String(offset),
          metadata: null,
        })),
      },
    ],
  };
  return {
    kafka: {
      consumer: (options) => createConsumer({ cluster, logger, ...options }),
      admin: () => admin,
      listen: (one) => (listener = one),
    },
    committed,
    joins: () => joins,
    moveLeader: () => (moving = true),
    moveCoordinator: () => void (coordinators += 1),
    damage: (offset, times) => void Object.assign(damaged, { offset, times }),
  };
}
