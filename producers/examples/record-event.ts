// Records one event and waits for its end. Runs against whatever the environment names (see producers/core/README.md):
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/record-event.ts
import { membership } from "@audit-log/membership";
import { createRecorder, project, recorderConfig, user } from "@audit-log/producer-core";

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
await using recorder = await createRecorder(recorderConfig(process.env), {
  onProblem: (problem) => process.stderr.write(`${JSON.stringify(problem)}\n`),
});
const { membersAdded } = membership(recorder).membership;

const delivery = membersAdded({
  scope: project("6f1d9a52-30a6-4b5c-a2b5-6d6f2f1f5a01"),
  initiator: user("7c1f4a0e-9d3b-4a57-8f39-2f1de7f1c0aa", "ada@example.com"),
  resource: { id: "6f1d9a52-30a6-4b5c-a2b5-6d6f2f1f5a01", name: "shop" },
  details: { members: [{ subject: "grace@example.com", role: "owner" }] },
  request: { endpoint: "/v2/projects/6f1d9a52/members", method: "PATCH", body: { members: ["grace@example.com"] } },
  sourceIpAddress: "192.0.2.7",
});

// A service does not wait; a program that ends at once does.
const result = await delivery.delivered;
process.stdout.write(
  !result.ok
    ? `${delivery.id} was lost: ${result.reason}, ${result.message}\n`
    : result.stored === "spool"
      ? `${delivery.id} is on disk until the broker is back\n`
      : `${delivery.id} is stored in ${result.topic}, partition ${result.partition}, offset ${result.offset}\n`,
);
