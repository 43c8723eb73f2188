// Leaves record batches whole in kafkajs's consumer: membership, offsets and fetching stay kafkajs's, only the answer to a fetch is read by
// us. Relies on two private methods of kafkajs 2.2.4, reached through one client; whole-batches.test.ts fails where they change
// (infra/decisions/0012).
import { privateOf } from "@audit-log/schemas/kafka";
import type { Kafka } from "kafkajs";
import { decodeFetchResponse } from "./fetch-response.ts";

interface Protocol {
  request: { apiName: string; apiVersion: number };
  response: { decode: (bytes: Buffer) => Promise<unknown>; parse: (decoded: unknown) => Promise<unknown> };
}

type SendRequest = (protocol: Protocol) => Promise<unknown>;

interface Cluster {
  findBroker: (wanted: { nodeId: string }) => Promise<object>;
}

/** The newest that kafkajs knows, and the only one that every broker since 2.3 answers. */
const VERSION = 11;

/** Consumers that the client makes from now on get one message per record batch. Throws where kafkajs is not as it was. */
export function keepBatchesWhole(kafka: Kafka): void {
  const [name, createCluster] = privateOf<(options: unknown) => Cluster>(kafka, "private:Kafka:createCluster");
  Object.assign(kafka, {
    [name]: (options: unknown) => {
      const cluster = createCluster(options);
      const find = cluster.findBroker.bind(cluster);
      return Object.assign(cluster, {
        findBroker: async (wanted: { nodeId: string }) => keepingWhole(await find(wanted)),
      });
    },
  });
}

const keeping = new WeakSet<object>();

function keepingWhole(broker: object): object {
  if (keeping.has(broker)) return broker;
  keeping.add(broker);
  const [name, send] = privateOf<SendRequest>(broker, "private:Broker:sendRequest");
  return Object.assign(broker, {
    [name]: ({ request, response, ...rest }: Protocol) =>
      send.call(broker, {
        request,
        response: request.apiName === "Fetch" ? wholly(request, response) : response,
        ...rest,
      }),
  });
}

function wholly({ apiVersion }: Protocol["request"], response: Protocol["response"]): Protocol["response"] {
  if (apiVersion !== VERSION) throw new Error(`the broker fetches by version ${apiVersion}; ${VERSION} is needed`);
  return { decode: async (bytes) => decodeFetchResponse(bytes), parse: response.parse };
}
