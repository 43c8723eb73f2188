// The adapter over our own SDK: events about readers go the way of every other event. That is fire and forget: what cannot reach the
// broker waits in the spool or in memory, and what has no room there is lost, counted and logged; no read waits for it or fails.
import {
  createRecorder,
  type OnProblem,
  type Recorder,
  type RecorderConfig,
  type RecorderOptions,
} from "@audit-log/producer-core";
import { security } from "@audit-log/security";
import { deniedInput, downloadedInput, searchedInput, viewedInput } from "./event-inputs.ts";
import type { Recording } from "./recording.ts";

/** Bounds of a start without registry and of a close without broker: both have to fit into the service's own. */
const TIMES = { startTimeoutMs: 2_000, closeTimeoutMs: 3_000 } as const satisfies RecorderOptions;

export interface SdkRecording extends Recording, AsyncDisposable {}

/** Resolves also where broker and registry are away. Rejects with SchemaNotPublished, SpoolLocked. */
export async function openSdkRecording(config: RecorderConfig, onProblem: OnProblem): Promise<SdkRecording> {
  return sdkRecording(await createRecorder(config, { ...TIMES, domains: ["security"], onProblem }));
}

export function sdkRecording(recorder: Pick<Recorder, "event" | "close">): SdkRecording {
  const { entriesViewed, entriesSearched, entriesDownloaded, entriesDenied } = security(recorder).auditLog;
  return {
    viewed: (view) => void entriesViewed(viewedInput(view)),
    searched: (search) => void entriesSearched(searchedInput(search)),
    downloaded: (download) => void entriesDownloaded(downloadedInput(download)),
    refused: (refusal) => void entriesDenied(deniedInput(refusal)),
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}
