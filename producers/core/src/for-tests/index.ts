// For the tests of services that record: no broker, no registry, no network.
export { BatchRefused } from "../deliver/event-sender.ts";
export { type RecordedEvent } from "./recorded-event.ts";
export { type RecordingProducer, type RecordingProducerOptions, recordingProducer } from "./recording-producer.ts";
