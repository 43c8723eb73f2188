// A service that records all the time and ends without losing anything: on SIGTERM or SIGINT it stops its work, then closes the recorder.
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/shutdown.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { membership } from "@audit-log/membership";
import { createRecorder, folder, recorderConfig, serviceAccount } from "@audit-log/producer-core";

const stop = new AbortController();
const stopped = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]).then(() => stop.abort());

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
const recorder = await createRecorder(recorderConfig(process.env), { closeTimeoutMs: 20_000 });
const { roleDeleted } = membership(recorder).membership;

for (let n = 1; !stop.signal.aborted; n++) {
  roleDeleted({
    scope: folder("platform"),
    initiator: serviceAccount("sa-1", "janitor@sa.example.com"),
    resource: { id: `role-${n}` },
    details: { roleId: `role-${n}` },
  });
  await sleep(100, undefined, { signal: stop.signal }).catch(() => undefined);
}

await stopped;
await recorder.close(); // waits up to closeTimeoutMs for the broker; what is left is counted as lost
process.stdout.write(`${JSON.stringify(recorder.counts)}\n`);
