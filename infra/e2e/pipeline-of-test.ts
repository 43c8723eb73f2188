// A pipeline for one test file: its own topics, database and ports on the engines that all tests share.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecorder, type Recorder } from "@audit-log/producer-core";
import { inject } from "vitest";
import type { Engines } from "../local/src/engines/engines.ts";
import { mintTokens, type Tokens } from "../local/src/pipeline/run-file.ts";
import { startPipeline, type Pipeline, type PipelineOptions } from "../local/src/pipeline/start-pipeline.ts";

export interface PipelineOfTest extends AsyncDisposable {
  pipeline: Pipeline;
  recorder: Recorder;
  tokens: Tokens;
  engines: Engines;
  prefix: string;
}

export async function pipelineOfTest(name: string, options: Partial<PipelineOptions> = {}): Promise<PipelineOfTest> {
  const prefix = `${name}${Date.now().toString(36)}`;
  const folder = await mkdtemp(join(tmpdir(), `audit-${name}-`));
  const engines = injectedEngines();
  const pipeline = await startPipeline({ engines, folder, prefix, ...options });
  const recorder = await createRecorder({
    kafka: engines.kafka,
    registry: engines.registry,
    prefix,
    region: "eu01",
  });
  return {
    pipeline,
    recorder,
    tokens: await mintTokens(pipeline.issuer),
    engines,
    prefix,
    async [Symbol.asyncDispose]() {
      await recorder.close();
      await pipeline.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The engines that the whole test run shares; they are not ours to stop. */
function injectedEngines(): Engines {
  const stop = () => Promise.resolve();
  return {
    kind: "external",
    reason: "the test run's engines",
    kafka: { brokers: inject("kafkaBrokers"), tls: false },
    registry: { url: inject("registryUrl") },
    clickhouse: inject("clickhouse"),
    failed: new Promise<never>(() => {}),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
