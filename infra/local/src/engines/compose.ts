/** `infra/compose.yaml` for people: brings the containers up, waits until they are healthy, and stops them; their data stays. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { keepCredentials } from "../gateway/credentials.ts";
import { type Engines, EnginesUnavailable } from "./engines.ts";

export const COMPOSE_FILE = fileURLToPath(new URL("../../../compose.yaml", import.meta.url));

/** Ports on loopback that `compose.yaml` publishes. */
export const COMPOSE_PORTS = { kafka: 19092, registry: 18081, clickhouse: 18123 } as const;

export interface ComposeOptions {
  readonly dataDir: string;
  readonly reason: string;
  readonly log: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const composeArguments = (action: "up" | "stop"): string[] => [
  "compose",
  "--file",
  COMPOSE_FILE,
  "--project-name",
  "audit-log",
  ...(action === "up" ? ["up", "--detach", "--wait", "--quiet-pull"] : ["stop"]),
];

export async function startCompose({ dataDir, reason, log, env }: ComposeOptions): Promise<Engines> {
  const { credentials } = await keepCredentials(dataDir);
  const passwords = {
    CLICKHOUSE_WRITER_PASSWORD: credentials.writer.password,
    CLICKHOUSE_READER_PASSWORD: credentials.reader.password,
  };
  const docker = async (action: "up" | "stop") => {
    const child = spawn("docker", composeArguments(action), {
      env: { ...env, ...passwords },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = await once(child, "close").catch(() => ["not found"]);
    if (code === 0) return;
    throw new EnginesUnavailable(
      `docker compose ${action} failed (${String(code)}): Docker answers, but its compose plugin must work, too; \`docker compose version\` says whether it does.`,
    );
  };
  log("starting containers with docker compose…");
  await docker("up");
  const stop = () => docker("stop");
  return {
    kind: "containers",
    reason,
    kafka: { brokers: [`127.0.0.1:${COMPOSE_PORTS.kafka}`], tls: false },
    registry: { url: `http://127.0.0.1:${COMPOSE_PORTS.registry}/apis/ccompat/v7` },
    clickhouse: { url: `http://127.0.0.1:${COMPOSE_PORTS.clickhouse}`, ...credentials },
    failed: new Promise<never>(() => {}),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
