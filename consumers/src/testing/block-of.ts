// A block of events that are at given places, as the worker would insert it.
import { type AuditEvent, NO_ENRICHMENT } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { EventBlock } from "../transcode/event-block.ts";
import type { Spot } from "../transcode/spots.ts";
import { type Block, blockOf as filledBlock } from "../transcode/transcode.ts";
import { testEnricher } from "./index.ts";

export interface PlacedEvent extends Spot {
  change?: Partial<AuditEvent>;
  /** Milliseconds UTC; now where it is absent. */
  receivedTime?: number;
}

export function blockOf(token: string, events: readonly PlacedEvent[]): Block {
  const [example] = readExamples();
  if (example === undefined) throw new Error("there are no examples");
  const block = new EventBlock(testEnricher);
  for (const { topic, partition, offset, id, change, receivedTime = Date.now() } of events)
    block.appendEvent({
      event: { ...example.event, eventTime: receivedTime, ...change, id: Buffer.from(id.replaceAll("-", ""), "hex") },
      enrichment: NO_ENRICHMENT,
      domain: example.domain,
      receivedTime,
      schemaId: 1,
      topic,
      partition,
      offset,
    });
  return { ...filledBlock(block), token };
}
