/** What the rest of the project gets, however the engines run: three addresses, two ClickHouse users, and a way to stop. */
import type { RegistryAddress } from "@audit-log/schemas";
import type { KafkaAddress } from "@audit-log/schemas/kafka";
import { type Credentials } from "../gateway/credentials.ts";

export interface ClickHouseAccess extends Credentials {
  readonly url: string;
}

export interface Engines extends AsyncDisposable {
  readonly kind: "external" | "containers" | "embedded";
  /** One line: what was chosen, and why. */
  readonly reason: string;
  readonly kafka: KafkaAddress;
  /** Base of the Confluent-compatible API, and who may use it. */
  readonly registry: RegistryAddress;
  readonly clickhouse: ClickHouseAccess;
  /** Rejects, with the end of the engine's log, when an engine dies that nobody asked to stop. Never resolves. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

export interface EnginesOptions {
  /** Everything the engines keep: data, logs, ports, users. One process at a time may own it. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How to run containers when a Docker daemon answers; `never` goes on to the embedded engines. */
  readonly containers?: "auto" | "compose" | "testcontainers" | "never";
  /** Downloaded engines, shared by all data directories; AUDIT_ENGINES_DIR in `env` takes its place. */
  readonly cacheDir?: string;
  /** Record an archive of loaded Java classes when the engines are stopped: the next start is twice as fast, this stop takes 5 s. */
  readonly recordClasses?: boolean;
}

/** A sentence for a person: what is missing and how to get it. */
export class EnginesUnavailable extends Error {
  override readonly name = "EnginesUnavailable";
}
