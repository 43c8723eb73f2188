// Whether and where readers are recorded. Recording is what a service does that is told nothing else: it can be switched off only by
// word, and only where no Kafka is named, so that no variable left over in an installation silences it.
import { recorderConfig, type RecorderConfig } from "@audit-log/producer-core";
import { InvalidEnvironment, type Environment, type EnvironmentReader } from "@audit-log/schemas/environment";

/** Kafka, registry, spool: all that the SDK has to know. */
export type RecordingConfig = RecorderConfig;

/** Undefined where READERS_RECORDED is off. Collects every fault of the SDK's own variables as well. */
export function readRecording(env: Environment, read: EnvironmentReader): RecordingConfig | undefined {
  if (read.choice("READERS_RECORDED", ["on", "off"]) === "off") {
    if (read.optional("KAFKA_BROKERS") !== undefined)
      read.fault("READERS_RECORDED is off although KAFKA_BROKERS is there: leave out one of them");
    return undefined;
  }
  try {
    return recorderConfig(env);
  } catch (cause) {
    if (!(cause instanceof InvalidEnvironment)) throw cause;
    for (const fault of cause.faults) read.fault(fault);
    return undefined;
  }
}
