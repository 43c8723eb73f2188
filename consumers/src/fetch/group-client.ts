// What the worker needs of kafkajs to be a member of its group: a consumer that leaves record batches whole, a say before each joining, and
// the moments at which the group surely heard of us.
import type { Admin, Kafka } from "kafkajs";
import { type Intercept, interceptRequests } from "./intercept.ts";
import { keepBatchesWhole } from "./whole-batches.ts";

export interface GroupClient {
  consumer: Kafka["consumer"];
  admin: () => OffsetAdmin;
  listen: (listener: MembershipListener) => void;
}

export type OffsetAdmin = Pick<Admin, "connect" | "disconnect" | "fetchOffsets" | "fetchTopicOffsets">;

export interface MembershipListener {
  /** The group decides anew as soon as we join: joining waits for this. */
  beforeJoin: () => Promise<void>;
  /** The coordinator has answered something that was sent at this moment (performance.now()): its session began no earlier. */
  heard: (sentAt: number) => void;
}

const HEARD = new Set(["Heartbeat", "JoinGroup", "SyncGroup", "OffsetCommit"]);

/** Once per client, before it makes a consumer. Throws where kafkajs is not as it was. */
export function groupClient(kafka: Kafka): GroupClient {
  let listener: MembershipListener | undefined;
  keepBatchesWhole(kafka);
  interceptRequests(
    kafka,
    asMember(() => listener),
  );
  return {
    consumer: (options) => kafka.consumer(options),
    admin: () => kafka.admin(),
    listen: (one) => (listener = one),
  };
}

export const asMember =
  (listener: () => MembershipListener | undefined): Intercept =>
  async (exchange, send) => {
    const { apiName } = exchange.request;
    if (apiName === "JoinGroup") await listener()?.beforeJoin();
    const sentAt = performance.now();
    const answer = await (apiName === "OffsetCommit" ? notRepeated(send(exchange)) : send(exchange));
    if (HEARD.has(apiName)) listener()?.heard(sentAt);
    return answer;
  };

/**
 * kafkajs repeats a commit for as long as it repeats anything, for us that is for ever: at a broker that is no coordinator any more, while joining
 * the one that is waits for this commit; and later in the name of another generation. Whoever commits decides (adapters/kafka-assignment.ts).
 */
async function notRepeated(sent: Promise<unknown>): Promise<unknown> {
  try {
    return await sent;
  } catch (cause) {
    if (cause instanceof Error) Object.assign(cause, { retriable: false });
    throw cause;
  }
}
