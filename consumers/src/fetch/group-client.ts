// What the worker needs of kafkajs to be a member of its group: a consumer that leaves record batches whole, a say before each joining, and
// the moments at which the group surely heard of us.
import type { Admin, Kafka } from "kafkajs";
import { interceptRequests } from "./intercept.ts";
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
  interceptRequests(kafka, async (exchange, send) => {
    const { apiName } = exchange.request;
    if (apiName === "JoinGroup") await listener?.beforeJoin();
    const sentAt = performance.now();
    const answer = await send(exchange);
    if (HEARD.has(apiName)) listener?.heard(sentAt);
    return answer;
  });
  return {
    consumer: (options) => kafka.consumer(options),
    admin: () => kafka.admin(),
    listen: (one) => (listener = one),
  };
}
