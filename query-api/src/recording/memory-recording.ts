// The double for tests: keeps what would have been recorded, as the SDK would have got it.
import type { EventInput } from "@audit-log/producer-core";
import type { EventName } from "@audit-log/schemas";
import { deniedInput, downloadedInput, searchedInput, viewedInput } from "./event-inputs.ts";
import type { Recording } from "./recording.ts";

export interface KeptEvent extends EventInput<object> {
  readonly eventName: EventName;
}

export interface MemoryRecording extends Recording {
  /** In the order of recording. */
  readonly events: readonly KeptEvent[];
}

export function memoryRecording(): MemoryRecording {
  const events: KeptEvent[] = [];
  const keep = (eventName: EventName, input: EventInput<object>) => void events.push({ eventName, ...input });
  return {
    events,
    viewed: (view) => keep("audit-log.entry.read", viewedInput(view)),
    searched: (search) => keep("audit-log.entry.search", searchedInput(search)),
    downloaded: (download) => keep("audit-log.entry.download", downloadedInput(download)),
    refused: (refusal) => keep("audit-log.entry.deny", deniedInput(refusal)),
  };
}
