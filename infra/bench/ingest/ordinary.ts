// A consumer as a good engineer writes it with what the registry of packages has: kafkajs, avsc with its types kept, rows in RowBinary,
// one POST per batch.
import {
  NO_ENRICHMENT,
  EVENTS_TABLE,
  createRegistry,
  readWireHeader,
  type AuditEvent,
  type WriterSchema,
} from "@audit-log/schemas";
import { insertedNames } from "../fields.ts";
import { contest, variable } from "./contest.ts";
import { BENCH_DOMAIN } from "./events.ts";
import { poster } from "./insert.ts";
import { connectConsumer, runConsumer } from "./kafka-consumer.ts";
import { RowBinary } from "./row-binary.ts";

const post = poster(`INSERT INTO ${EVENTS_TABLE} (${insertedNames}) FORMAT RowBinary`);
const registry = createRegistry({ url: variable("SCHEMA_REGISTRY_URL") });
const types = new Map<number, WriterSchema["type"]>();
const out = new RowBinary(1024 * 1024);

await contest(async () => {
  const consumer = await connectConsumer();
  return () =>
    runConsumer(consumer, async ({ topic, partition, messages }) => {
      out.reset();
      const receivedTime = Date.now();
      for (const { value, offset } of messages) {
        const header = readWireHeader(value);
        if ("refused" in header) throw new Error(header.refused);
        const { schemaId, body } = header;
        const type = types.get(schemaId) ?? (await load(schemaId));
        const event: AuditEvent = type.fromBuffer(body);
        out.row({
          event,
          enrichment: NO_ENRICHMENT,
          topic,
          partition,
          offset: Number(offset),
          domain: BENCH_DOMAIN,
          receivedTime,
          schemaId,
        });
      }
      await post(out.bytes());
    });
});

async function load(schemaId: number): Promise<WriterSchema["type"]> {
  const { type } = await registry.writerSchema(schemaId);
  types.set(schemaId, type);
  return type;
}
