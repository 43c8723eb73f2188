/** What the embedded engines need from a machine, each as one sentence that names what is missing and how to get it. Pure. */
export interface MachineFacts {
  readonly platform: string;
  readonly arch: string;
  readonly musl: boolean;
  /** `17` of `17.0.15`; undefined when there is no `java`. */
  readonly javaMajor: number | undefined;
  readonly maven: boolean;
  /** All downloads are in the cache: Maven is not needed. */
  readonly downloaded: boolean;
  readonly availableMemoryMiB: number;
  readonly freeDiskMiB: number;
}

const JAVA = 17;
const MEMORY_MIB = 2_048;
const DISK_MIB = 3_072;
const INSTEAD = "or start a Docker daemon, or set KAFKA_BROKERS, SCHEMA_REGISTRY_URL and CLICKHOUSE_URL";

export function missingRequirements(facts: MachineFacts): string[] {
  return [library(facts), java(facts), maven(facts), memory(facts), disk(facts)].filter(
    (sentence) => sentence !== undefined,
  );
}

function library({ platform, arch, musl }: MachineFacts): string | undefined {
  const known = (platform === "linux" && !musl) || platform === "darwin";
  if (known && (arch === "x64" || arch === "arm64")) return undefined;
  const here = `${platform}-${arch}${musl ? " with musl" : ""}`;
  return `The embedded ClickHouse runs on Linux with glibc and on macOS, not on ${here}: start a Docker daemon, or set KAFKA_BROKERS, SCHEMA_REGISTRY_URL and CLICKHOUSE_URL.`;
}

function java({ javaMajor }: MachineFacts): string | undefined {
  if (javaMajor !== undefined && javaMajor >= JAVA) return undefined;
  const found = javaMajor === undefined ? "Java is missing" : `Java ${javaMajor} is too old`;
  return `${found}: Kafka and the registry need Java ${JAVA} or newer (Debian and Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@17), ${INSTEAD}.`;
}

function maven({ maven: present, downloaded }: MachineFacts): string | undefined {
  if (present || downloaded) return undefined;
  return `Maven is missing: it downloads Kafka and the registry once (Debian and Ubuntu: apt install maven; macOS: brew install maven), ${INSTEAD}.`;
}

function memory({ availableMemoryMiB }: MachineFacts): string | undefined {
  if (availableMemoryMiB >= MEMORY_MIB) return undefined;
  return `Only ${availableMemoryMiB} MiB of memory are available: the embedded engines need ${MEMORY_MIB} MiB; close other programs, ${INSTEAD}.`;
}

function disk({ freeDiskMiB }: MachineFacts): string | undefined {
  if (freeDiskMiB >= DISK_MIB) return undefined;
  return `Only ${freeDiskMiB} MiB are free on the disk of the data directory: the embedded engines need ${DISK_MIB} MiB; free some, ${INSTEAD}.`;
}
