// Something that takes a while: one event when it is asked for, one when it has ended, joined by operationId.
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/long-operation.ts
import { randomUUID } from "node:crypto";
import { createRecorder, failure, project, recorderConfig, success, system, user } from "@audit-log/producer-core";
import { resourceManager } from "@audit-log/resource-manager";

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
await using recorder = await createRecorder(recorderConfig(process.env));
const { projectDeleted, projectDeletionEnded } = resourceManager(recorder).resourceManager;

/** Stands for the work itself. */
const tearDown = async (containerId: string): Promise<void> => {
  if (containerId === "") throw new Error("no such project");
};

async function deleteProject(id: string, containerId: string): Promise<void> {
  const operationId = randomUUID(); // keep it with the operation, so that another process can record the end
  const common = { scope: project(id), resource: { id, name: containerId }, operationId };
  const startedAt = Date.now();
  projectDeleted({ ...common, initiator: user("ada", "ada@example.com"), details: { containerId } });

  const outcome = await tearDown(containerId).then(
    () => success(),
    () => failure(500, "the project could not be deleted"),
  );
  // The platform ends it, not the user: a SYSTEM_EVENT.
  projectDeletionEnded({
    ...common,
    initiator: system("resource-manager"),
    outcome,
    details: { containerId, durationMs: Date.now() - startedAt },
  });
}

await deleteProject("6f1d9a52-30a6-4b5c-a2b5-6d6f2f1f5a01", "shop-173523");
await recorder.flush();
process.stdout.write(`${recorder.counts.delivered} events are stored\n`);
