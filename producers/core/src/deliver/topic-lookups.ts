// Where a topic gets its schema's id and its partitions from, and how it is told that they cannot be had.
import { setTimeout as sleep } from "node:timers/promises";
import type { DomainName } from "@audit-log/schemas";
import { SchemaNotPublished } from "../encode/schema-ids.ts";
import { within } from "../wait/within.ts";
import type { OutboxOptions } from "./outbox.ts";
import { messageOf } from "./problems.ts";
import type { TopicLookups } from "./topic.ts";

/** How long one attempt may take. */
const LOOKUP_MS = 10_000;

export function topicLookups(
  domain: DomainName,
  topic: string,
  options: Pick<OutboxOptions, "sender" | "schemaIdOf" | "backoff" | "account">,
): TopicLookups {
  const { sender, schemaIdOf, backoff, account } = options;
  return {
    schemaId: () => within(LOOKUP_MS, schemaIdOf(domain), "no answer from the registry"),
    placement: () => within(LOOKUP_MS, sender.placement(topic), "no answer from the broker"),
    backoff,
    sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
    onFailure: (what, attempt, cause) => {
      const message = messageOf(cause);
      if (cause instanceof SchemaNotPublished) account.tell({ kind: "schema-not-published", topic, message });
      else account.tell({ kind: "unavailable", what, topic, attempt, message });
    },
  };
}
