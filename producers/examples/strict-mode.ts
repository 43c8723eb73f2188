// An action that must not happen without its event: the role is granted only once the broker has the event, and refused otherwise.
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/strict-mode.ts
import { createRecorder, NotRecorded, organization, recorderConfig, user } from "@audit-log/producer-core";
import { security } from "@audit-log/security";

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
await using recorder = await createRecorder(recorderConfig(process.env), {
  strictTimeoutMs: 2_000,
  closeTimeoutMs: 500,
});
const { roleAssignmentCreated } = security(recorder).iam;

const ORGANIZATION = "0f6c2b1e-3a49-4c85-9d0e-5b7a1c2d3e4f";
const granted = new Set<string>();

/** Answers what the caller of the API is told. */
async function grantOwner(subject: string): Promise<string> {
  try {
    await roleAssignmentCreated.strict({
      scope: organization(ORGANIZATION),
      initiator: user("7c1f4a0e-9d3b-4a57-8f39-2f1de7f1c0aa", "ada@example.com"),
      resource: { id: ORGANIZATION, name: "Acme GmbH" },
      details: { assignmentId: "ra-1", subject, subjectKind: "user", role: "owner" },
    });
  } catch (cause) {
    if (!(cause instanceof NotRecorded)) throw cause;
    // `mayBeStored` tells an operator that the log may show a grant that never was.
    return `503: not granted, for it could not be recorded (${cause.reason}, may be stored: ${cause.mayBeStored})`;
  }
  granted.add(subject);
  return `200: ${subject} is an owner`;
}

process.stdout.write(`${await grantOwner("grace@example.com")}\n`);
