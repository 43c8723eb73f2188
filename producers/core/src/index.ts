// The SDK's public face: a recorder, the one-word constructors of an event's parts, and what comes back.
export { InvalidEnvironment } from "@audit-log/schemas/environment";
export { recorderConfig, type RecorderConfig } from "./config.ts";
export type { Delivery, DeliveryResult, Undelivered } from "./delivery.ts";
export type { AncestorsInput, EventInput, RequestInput } from "./event-input.ts";
export { BatchRefused, type EventSender, type OutgoingMessage, type Placement } from "./event-sender.ts";
export { type InitiatorInput, serviceAccount, system, user } from "./initiator.ts";
export type { Logger } from "./logger.ts";
export {
  createMemorySender,
  type MemorySender,
  type MemorySenderOptions,
  type StoredMessage,
} from "./memory-sender.ts";
export { denied, failure, success } from "./outcome.ts";
export type { Counts, OnProblem, Problem } from "./problems.ts";
export type { RecordEvent } from "./record.ts";
export type { RecorderOptions } from "./recorder-options.ts";
export { createRecorder, type Recorder } from "./recorder.ts";
export { SchemaNotPublished } from "./schema-ids.ts";
export { folder, organization, project } from "./scope.ts";
