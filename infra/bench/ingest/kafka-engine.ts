// ClickHouse's own Kafka engine as a contestant: the events go from the broker into the table without a program of ours.
import { setTimeout as sleep } from "node:timers/promises";
import { GIVE_UP_MS, sample, type Contestant, type Ground } from "./contestant.ts";
import { materializedView, queueTable, type Details } from "./kafka-engine-ddl.ts";
import { command } from "./sql.ts";

/** As measured to cost the least CPU: README.md. */
const SETTINGS = { kafka_num_consumers: 1, kafka_max_block_size: 65_536 };
/** Until the queue table has its threads. */
const SETTLE_MS = 500;

export function kafkaEngine(name: string, details: Details): Contestant {
  return {
    name,
    stores: details === "without" ? "all but details" : "details with null as empty",
    async start(ground) {
      await command(ground.clickhouse, ground.database, queueTable({ ...sourceOf(ground), ...SETTINGS }, details));
      await sleep(SETTLE_MS);
      const from = sample(undefined, ground.clickhouse.pid);
      // It begins with the view.
      await command(ground.clickhouse, ground.database, materializedView(details));
      const done = ground.broker.untilCommitted(ground.group, ground.load, GIVE_UP_MS);
      return { pid: undefined, from, done, end: async () => {} };
    },
  };
}

const sourceOf = ({ engines, load, group }: Ground): Record<string, string | number> => ({
  kafka_broker_list: engines.kafka.brokers.join(","),
  kafka_topic_list: load.topic,
  kafka_group_name: group,
  kafka_format: "AvroConfluent",
  format_avro_schema_registry_url: engines.registry.url,
  input_format_avro_null_as_default: 1,
});
