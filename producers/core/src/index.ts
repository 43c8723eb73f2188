// The SDK's public face: a recorder, the one-word constructors of an event's parts, and what comes back.
export { InvalidEnvironment } from "@audit-log/schemas/environment";
export { recorderConfig, type RecorderConfig, type SpoolConfig } from "./config.ts";
export { amendContext, currentContext, runInContext, withoutContext } from "./context/context.ts";
export {
  type Delivery,
  type DeliveryResult,
  NotRecorded,
  type Stored,
  type StoredInSpool,
  type StoredInTopic,
  type Undelivered,
} from "./deliver/delivery.ts";
export { BatchRefused, type EventSender, type OutgoingMessage, type Placement } from "./deliver/event-sender.ts";
export type { Counts, OnProblem, Problem } from "./deliver/problems.ts";
export { SchemaNotPublished } from "./encode/schema-ids.ts";
export type { AncestorsInput, EventContext, EventInput, RequestInput } from "./input/event-input.ts";
export { type InitiatorInput, serviceAccount, system, user } from "./input/initiator.ts";
export { denied, failure, success } from "./input/outcome.ts";
export { folder, organization, project } from "./input/scope.ts";
export type { Logger } from "./kafka/logger.ts";
export {
  createMemorySender,
  type MemorySender,
  type MemorySenderOptions,
  type StoredMessage,
} from "./kafka/memory-sender.ts";
export type { RecordEvent } from "./record.ts";
export { SpoolLocked } from "./spool/faults.ts";
export type { RecorderOptions } from "./recorder-options.ts";
export { createRecorder, type Recorder } from "./recorder.ts";
