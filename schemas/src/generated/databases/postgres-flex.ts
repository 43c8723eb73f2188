// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a database instance was started. */
export interface InstanceCreated {
  /** Id of the instance; null where it was not created. */
  instanceId?: string | null | undefined;
  /** Name of the instance. */
  name: string;
  /** Version of PostgreSQL, e.g. 17. */
  version: string;
  /** Flavour (CPU and memory), e.g. 4.16. */
  flavorId: string;
  /** Storage size in GB. */
  sizeGb: number;
  /** Storage class, e.g. premium-perf6-stackit. */
  storageClass: string;
  /** Addresses that may connect, as CIDRs. */
  allowedCidrs: string[];
  /** PUBLIC, or SNA where only the network area reaches it; null: the default. */
  accessScope?: string | null | undefined;
  /** When backups are made, as cron expression in UTC. */
  backupSchedule: string;
  /** How long backups are kept, in days. */
  retentionDays: number;
  /** KMS key of the customer that encrypts the storage; null: the platform's own key. */
  kmsKey?: KmsKey | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A key of the customer in KMS. */
export interface KmsKey {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  keyVersion: number;
  /** E-mail of the service account that uses the key; null where none was given. */
  serviceAccountEmail?: string | null | undefined;
}

/** The creation of a database instance came to its end. */
export interface InstanceCreationEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A change of a database instance was started. */
export interface InstanceUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** New name; null where unchanged. */
  name?: string | null | undefined;
  /** New version of PostgreSQL; null where unchanged. */
  version?: string | null | undefined;
  /** New flavour; null where unchanged. */
  flavorId?: string | null | undefined;
  /** New storage size in GB; null where unchanged. */
  sizeGb?: number | null | undefined;
  /** Addresses that may connect after the change, as CIDRs; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** New cron expression of the backups; null where unchanged. */
  backupSchedule?: string | null | undefined;
  /** New retention of the backups in days; null where unchanged. */
  retentionDays?: number | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A change of a database instance came to its end. */
export interface InstanceUpdateEnded {
  /** Id of the instance. */
  instanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The deletion protection of a database instance was switched on or off. */
export interface InstanceProtectionUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Whether the instance is protected against deletion after the change. */
  deletionProtection: boolean;
}

/** The cloning of a database instance, as it was at a point in time, was started. */
export interface InstanceCloned {
  /** Id of the instance that was cloned. */
  instanceId: string;
  /** Id of the new instance; null where it was not created. */
  targetInstanceId?: string | null | undefined;
  /** State of the data that was cloned, milliseconds UTC. */
  pointInTime: number;
  /** Name of the new instance; null: the source's name with -clone. */
  name?: string | null | undefined;
  /** Storage size of the new instance in GB. */
  sizeGb: number;
  /** Storage class of the new instance, e.g. premium-perf6-stackit. */
  storageClass: string;
}

/** The cloning of a database instance came to its end. */
export interface InstanceCloneEnded {
  /** Id of the instance that was cloned. */
  instanceId: string;
  /** Id of the new instance. */
  targetInstanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A database instance was deleted. */
export interface InstanceDeleted {
  /** Id of the instance. */
  instanceId: string;
}

/** A database was created. */
export interface DatabaseCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database; null where it was not created. */
  databaseId?: string | null | undefined;
  /** Name of the database. */
  databaseName: string;
  /** Database user that owns it; null: the default. */
  owner?: string | null | undefined;
}

/** A database was renamed or given to another owner. */
export interface DatabaseUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database. */
  databaseId: string;
  /** New name; null where unchanged. */
  databaseName?: string | null | undefined;
  /** Database user that owns it after the change; null where unchanged. */
  owner?: string | null | undefined;
}

/** A database was deleted. */
export interface DatabaseDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database. */
  databaseId: string;
}

/** A database user was created. */
export interface UserCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user; null where it was not created. */
  userId?: string | null | undefined;
  /** Name of the user. */
  userName: string;
  /** Roles granted, e.g. login, createdb; null: the default. */
  roles?: string[] | null | undefined;
}

/** A database user was changed. */
export interface UserUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user. */
  userId: string;
  /** New name; null where unchanged. */
  userName?: string | null | undefined;
  /** Roles after the change; null where unchanged. */
  roles?: string[] | null | undefined;
}

/** The password of a database user was replaced by a new one. */
export interface UserPasswordReset {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user. */
  userId: string;
}

/** A database user was deleted. */
export interface UserDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user. */
  userId: string;
}

/** The connection credentials of a database user were read. */
export interface CredentialsRead {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user. */
  userId: string;
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

/** The platform upgraded a database instance to a newer minor version of PostgreSQL. */
export interface InstanceAutoUpgraded {
  /** Id of the instance. */
  instanceId: string;
  /** Version before, e.g. 17.5. */
  previousVersion: string;
  /** Version after, e.g. 17.6. */
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
  /** Node that took over, e.g. node-2. */
  primary: string;
  /** Why, e.g. node-unreachable, maintenance. */
  reason: string;
  /** Milliseconds without a primary; null where not measured. */
  interruptionMs?: number | null | undefined;
}

/** The platform enlarged the storage of a database instance that was running full. */
export interface InstanceStorageAutoResized {
  /** Id of the instance. */
  instanceId: string;
  /** Storage size before, in GB. */
  previousSizeGb: number;
  /** Storage size after, in GB. */
  sizeGb: number;
  /** How much of the storage was in use before, in percent. */
  usedPercent: number;
}
