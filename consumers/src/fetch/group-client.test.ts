// What a member does about the requests of its consumer.
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { asMember, type MembershipListener } from "./group-client.ts";
import type { Exchange } from "./intercept.ts";

const internal = createRequire(createRequire(import.meta.url).resolve("kafkajs"));
const { KafkaJSProtocolError } = internal("./src/errors");
const { createErrorFromCode } = internal("./src/protocol/error");
const NOT_COORDINATOR = 16;

const exchange = (apiName: string): Exchange => ({
  request: { apiName, apiVersion: 0 },
  response: { decode: async () => {}, parse: async () => {} },
});
const refused = () => Promise.reject(new KafkaJSProtocolError(createErrorFromCode(NOT_COORDINATOR)));

test("kafkajs repeats what it asks, but not a commit", async () => {
  const member = asMember(() => undefined);
  await expect(member(exchange("Heartbeat"), refused)).rejects.toMatchObject({ retriable: true });
  await expect(member(exchange("OffsetCommit"), refused)).rejects.toMatchObject({
    type: "NOT_COORDINATOR_FOR_GROUP",
    retriable: false,
  });
});

test("joining waits for what is under way, and whatever the coordinator answers was heard", async () => {
  const said: string[] = [];
  const listener: MembershipListener = {
    beforeJoin: async () => void said.push("before"),
    heard: (sentAt) => said.push(sentAt <= performance.now() ? "heard" : "too late"),
  };
  const member = asMember(() => listener);
  await member(exchange("JoinGroup"), async () => said.push("sent"));
  await member(exchange("Fetch"), async () => said.push("fetched"));
  await member(exchange("OffsetCommit"), refused).catch(() => said.push("refused"));
  expect(said).toEqual(["before", "sent", "heard", "fetched", "refused"]);
});
