// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a database instance was started. */
export interface InstanceCreated {
  /** Id of the instance; null where it was not created. */
  instanceId?: string | null | undefined;
  /** Name of the instance. */
  name: string;
  /** Service plan: version, size and number of nodes. */
  planId: string;
  /** Addresses that may connect, as CIDRs; null: the default. */
  allowedCidrs?: string[] | null | undefined;
  /** Servers that receive the instance's logs, as host:port; null where none. */
  syslogTargets?: string[] | null | undefined;
  /** Server that receives the instance's metrics, as host:port; null where none. */
  graphiteTarget?: string | null | undefined;
  /** Disk usage at which a node is stopped, in percent; null: the default. */
  maxDiskThresholdPercent?: number | null | undefined;
  /** Lowest TLS version accepted, e.g. TLSv1.2; null: the default. */
  tlsProtocol?: string | null | undefined;
  /** TLS cipher suites accepted; null: the default. */
  tlsCipherSuites?: string[] | null | undefined;
  /** What is evicted when the memory is full, e.g. volatile-lru; null: the default. */
  maxMemoryPolicy?: string | null | undefined;
  /** When data are written to disk, as Redis' save rules; null: the default. */
  snapshot?: string | null | undefined;
}

/** The creation of a database instance came to its end. */
export interface InstanceCreationEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A database instance was changed. */
export interface InstanceUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** New name; null where unchanged. */
  name?: string | null | undefined;
  /** New service plan; null where unchanged. */
  planId?: string | null | undefined;
  /** Addresses that may connect after the change, as CIDRs; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** Servers that receive the instance's logs after the change, as host:port; null where unchanged. */
  syslogTargets?: string[] | null | undefined;
  /** Server that receives the instance's metrics after the change, as host:port; null where unchanged. */
  graphiteTarget?: string | null | undefined;
  /** New disk usage at which a node is stopped, in percent; null where unchanged. */
  maxDiskThresholdPercent?: number | null | undefined;
  /** New lowest TLS version accepted; null where unchanged. */
  tlsProtocol?: string | null | undefined;
  /** TLS cipher suites accepted after the change; null where unchanged. */
  tlsCipherSuites?: string[] | null | undefined;
  /** New eviction policy; null where unchanged. */
  maxMemoryPolicy?: string | null | undefined;
  /** New save rules; null where unchanged. */
  snapshot?: string | null | undefined;
}

/** A database instance was restarted. */
export interface InstanceRestarted {
  /** Id of the instance. */
  instanceId: string;
}

/** The recreation of a database instance was started: its nodes are made anew. */
export interface InstanceRecreated {
  /** Id of the instance. */
  instanceId: string;
}

/** The recreation of a database instance came to its end. */
export interface InstanceRecreationEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The restore of a database instance from a backup was started. */
export interface InstanceRestored {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** Id of the restore job; null where none was started. */
  restoreId?: string | null | undefined;
}

/** The restore of a database instance came to its end. */
export interface InstanceRestoreEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** Id of the restore job. */
  restoreId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A database instance was deleted. */
export interface InstanceDeleted {
  /** Id of the instance. */
  instanceId: string;
}

/** Connection credentials of a database instance were created. */
export interface CredentialsCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the credentials, never the credentials; null where they were not created. */
  credentialsId?: string | null | undefined;
}

/** Connection credentials of a database instance were read. */
export interface CredentialsRead {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the credentials, never the credentials. */
  credentialsId: string;
}

/** Connection credentials of a database instance were deleted. */
export interface CredentialsDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the credentials, never the credentials. */
  credentialsId: string;
}

/** A manual backup of a database instance was started. */
export interface BackupCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup; null where it was not created. */
  backupId?: string | null | undefined;
}

/** A manual backup came to its end. */
export interface BackupCreationEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A backup was downloaded. */
export interface BackupDownloaded {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
}

/** The backup configuration of a database instance was changed. */
export interface BackupConfigUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Whether the key that encrypts the backups was set or replaced; never the key. */
  encryptionKeyChanged: boolean;
}

/** A scheduled backup of a database instance was made, or failed: see the outcome. */
export interface BackupAutoCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup; null where none came of it. */
  backupId?: string | null | undefined;
  /** Size of the backup in bytes; null where none came of it. */
  sizeBytes?: number | null | undefined;
  /** End of its retention, milliseconds UTC; null where none came of it. */
  retainedUntil?: number | null | undefined;
  /** Milliseconds that the backup took. */
  durationMs: number;
}

/** A backup of a database instance was deleted at the end of its retention. */
export interface BackupExpired {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** When the backup was made, milliseconds UTC. */
  createdAt: number;
  /** End of its retention, milliseconds UTC. */
  retainedUntil: number;
}

/** The platform maintained a database instance. */
export interface InstanceAutoMaintained {
  /** Id of the instance. */
  instanceId: string;
  /** What was done, e.g. os-update, node-replacement. */
  kind: string;
  /** Whether the database was restarted for it. */
  restarted: boolean;
  /** Milliseconds that the maintenance took. */
  durationMs: number;
}

/** The platform upgraded a database instance to a newer minor version of Redis. */
export interface InstanceAutoUpgraded {
  /** Id of the instance. */
  instanceId: string;
  /** Version before, e.g. 7.2.10. */
  previousVersion: string;
  /** Version after, e.g. 7.2.11. */
  version: string;
}

/** The platform replaced the TLS certificate of a database instance. */
export interface InstanceCertificateAutoRotated {
  /** Id of the instance. */
  instanceId: string;
  /** SHA-256 fingerprint of the old certificate, hexadecimal. */
  previousFingerprint: string;
  /** SHA-256 fingerprint of the new certificate, hexadecimal. */
  fingerprint: string;
  /** When the new certificate ends, milliseconds UTC. */
  expiresAt: number;
}

/** Another node of a database instance took over as its primary. */
export interface InstanceFailedOver {
  /** Id of the instance. */
  instanceId: string;
  /** Node that was the primary, e.g. node-0. */
  previousPrimary: string;
  /** Node that took over, e.g. node-1. */
  primary: string;
  /** Why, e.g. node-unreachable, maintenance. */
  reason: string;
  /** Milliseconds without a primary; null where not measured. */
  interruptionMs?: number | null | undefined;
}

/** The platform stopped a node of a database instance because a disk reached the instance's threshold. */
export interface InstanceNodeAutoStopped {
  /** Id of the instance. */
  instanceId: string;
  /** Node whose processes were stopped, e.g. node-0. */
  node: string;
  /** Which disk was full: ephemeral or persistent. */
  disk: string;
  /** How much of the disk was in use, in percent. */
  usedPercent: number;
  /** Disk usage at which a node is stopped, in percent. */
  maxDiskThresholdPercent: number;
}
