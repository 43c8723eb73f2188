// Leaves record batches whole in kafkajs's consumer: membership, offsets and fetching stay kafkajs's, only the answer to a fetch is read by us.
import type { Kafka } from "kafkajs";
import { decodeFetchResponse } from "./fetch-response.ts";
import { type Exchange, interceptRequests } from "./intercept.ts";

/** The newest that kafkajs knows, and the only one that every broker since 2.3 answers. */
const VERSION = 11;

/** Consumers that the client makes from now on get one message per record batch. Throws where kafkajs is not as it was. */
export function keepBatchesWhole(kafka: Kafka): void {
  interceptRequests(kafka, (exchange, send) =>
    send(exchange.request.apiName === "Fetch" ? { ...exchange, response: wholly(exchange) } : exchange),
  );
}

function wholly({ request: { apiVersion }, response }: Exchange): Exchange["response"] {
  if (apiVersion !== VERSION) throw new Error(`the broker fetches by version ${apiVersion}; ${VERSION} is needed`);
  return { decode: async (bytes) => decodeFetchResponse(bytes), parse: response.parse };
}
