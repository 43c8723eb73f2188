// Records thousands of events that happened before, e.g. from a team's own old log: as fast as the broker takes them, in bounded memory.
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/batch-import.ts
import { membership } from "@audit-log/membership";
import { createRecorder, organization, recorderConfig, system } from "@audit-log/producer-core";

interface OldEntry {
  at: Date;
  email: string;
}

/** Stands for a file or a table: what is read is recorded at once, and forgotten. */
function* oldLog(entries: number): Generator<OldEntry> {
  const yesterday = Date.now() - 24 * 3_600_000;
  for (let n = 0; n < entries; n++) yield { at: new Date(yesterday + n), email: `user-${n}@example.com` };
}

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
await using recorder = await createRecorder(recorderConfig(process.env));
const { membersAdded } = membership(recorder).membership;

/** Fewer than the buffer holds: recording never waits, so whoever has more than that waits himself. */
const AT_ONCE = 10_000;

let sinceFlush = 0;
for (const { at, email } of oldLog(25_000)) {
  membersAdded({
    eventTime: at, // at most 90 days ago
    scope: organization("acme"),
    initiator: system("import"),
    resource: { id: "acme" },
    details: { members: [{ subject: email, role: "reader" }] },
  });
  if (++sinceFlush < AT_ONCE) continue;
  await recorder.flush();
  sinceFlush = 0;
}

await recorder.flush();
const { recorded, delivered, lost } = recorder.counts;
process.stdout.write(`${JSON.stringify({ recorded, delivered, lost })}\n`);
