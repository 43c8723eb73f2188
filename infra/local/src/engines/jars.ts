/** Which Java engines, and how Maven gets each of them. The versions are the newest that run on Java 17. */
export interface JarSet {
  /** Directory below the cache. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly megabytes: number;
  readonly goal: string;
  readonly arguments: readonly string[];
  /** Below the installed directory, in class path order. */
  readonly jars: readonly string[];
  readonly dependencies: readonly Coordinates[];
}

export interface Coordinates {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
}

/** Pinned: newer ones read the parent POM of the registry's archive, which was never published. */
const DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8";

export const KAFKA: JarSet = {
  id: "kafka-4.4.0",
  name: "Apache Kafka 4.4.0",
  megabytes: 43,
  goal: `${DEPENDENCY_PLUGIN}:copy-dependencies`,
  arguments: ["-DoutputDirectory=files/lib"],
  jars: ["lib"],
  dependencies: [
    { groupId: "org.apache.kafka", artifactId: "kafka_2.13", version: "4.4.0" },
    // Kafka logs nothing to the console without a binding; the no-op one keeps it from saying so.
    { groupId: "org.slf4j", artifactId: "slf4j-nop", version: "1.7.36" },
  ],
};

export const REGISTRY: JarSet = {
  id: "apicurio-registry-3.0.9",
  name: "Apicurio Registry 3.0.9",
  megabytes: 109,
  goal: `${DEPENDENCY_PLUGIN}:unpack`,
  arguments: ["-Dartifact=io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all", "-DoutputDirectory=files"],
  jars: [".", "lib"],
  dependencies: [],
};

export function pomOf(set: JarSet): string {
  const dependencies = set.dependencies.map(
    ({ groupId, artifactId, version }) =>
      `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>audit-log.local</groupId><artifactId>${set.id}</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependencies.join("")}</dependencies>
</project>
`;
}
