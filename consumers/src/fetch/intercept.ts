// Stands between kafkajs and the brokers of one client: every request passes here. Relies on two private methods of kafkajs 2.2.4, reached
// through the client's own objects; whole-batches.engines.test.ts and worker.engines.test.ts fail where they change (infra/decisions/0012).
import { privateOf } from "@audit-log/schemas/kafka";
import type { Kafka } from "kafkajs";

/** A request and how its answer is read. */
export interface Exchange {
  request: { apiName: string; apiVersion: number };
  response: { decode: (bytes: Buffer) => Promise<unknown>; parse: (decoded: unknown) => Promise<unknown> };
}

type Send = (exchange: Exchange) => Promise<unknown>;
/** Sends the request, sooner or later, as it is or otherwise, and gives back its answer. */
export type Intercept = (exchange: Exchange, send: Send) => Promise<unknown>;

interface Cluster {
  findBroker: (wanted: { nodeId: string }) => Promise<object>;
  findGroupCoordinator: (group: { groupId: string }) => Promise<object>;
}

/** Holds for the producers, consumers and admins that the client makes from now on. Throws where kafkajs is not as it was. */
export function interceptRequests(kafka: Kafka, intercept: Intercept): void {
  const [name, createCluster] = privateOf<(options: unknown) => Cluster>(kafka, "private:Kafka:createCluster");
  const intercepted = new WeakSet<object>();

  function through(broker: object): object {
    if (intercepted.has(broker)) return broker;
    intercepted.add(broker);
    const [method, send] = privateOf<Send>(broker, "private:Broker:sendRequest");
    return Object.assign(broker, {
      [method]: (exchange: Exchange) => intercept(exchange, (changed) => send.call(broker, changed)),
    });
  }

  Object.assign(kafka, {
    [name]: (options: unknown) => {
      const cluster = createCluster(options);
      const { findBroker, findGroupCoordinator } = cluster;
      return Object.assign(cluster, {
        findBroker: async (wanted: { nodeId: string }) => through(await findBroker.call(cluster, wanted)),
        findGroupCoordinator: async (group: { groupId: string }) =>
          through(await findGroupCoordinator.call(cluster, group)),
      });
    },
  });
}
