// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a database instance was started. */
export interface InstanceCreated {
  /** Id of the instance; null where it was not created. */
  instanceId?: string | null | undefined;
  /** Name of the instance. */
  name: string;
  /** Version of MongoDB, e.g. 8.0. */
  version: string;
  /** Flavour (CPU and memory), e.g. 4.16. */
  flavorId: string;
  /** Number of nodes: 1 single, 3 replica set, 9 sharded cluster. */
  replicas: number;
  /** Storage size in GB; null: the default. */
  sizeGb?: number | null | undefined;
  /** Storage class, e.g. premium-perf2-mongodb; null: the default. */
  storageClass?: string | null | undefined;
  /** Addresses that may connect, as CIDRs. */
  allowedCidrs: string[];
  /** When backups are made, as cron expression in UTC. */
  backupSchedule: string;
  /** Labels set. */
  labels: Record<string, string>;
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
  /** New version of MongoDB; null where unchanged. */
  version?: string | null | undefined;
  /** New flavour; null where unchanged. */
  flavorId?: string | null | undefined;
  /** New number of nodes; null where unchanged. */
  replicas?: number | null | undefined;
  /** New storage size in GB; null where unchanged. */
  sizeGb?: number | null | undefined;
  /** New storage class; null where unchanged. */
  storageClass?: string | null | undefined;
  /** Addresses that may connect after the change, as CIDRs; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** New cron expression of the backups; null where unchanged. */
  backupSchedule?: string | null | undefined;
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

/** The cloning of a database instance, as it was at a point in time, was started. */
export interface InstanceCloned {
  /** Id of the instance that was cloned. */
  instanceId: string;
  /** Id of the instance that received the data. */
  targetInstanceId: string;
  /** State of the data that was cloned, milliseconds UTC; null: the latest. */
  pointInTime?: number | null | undefined;
}

/** The cloning of a database instance came to its end. */
export interface InstanceCloneEnded {
  /** Id of the instance that was cloned. */
  instanceId: string;
  /** Id of the instance that received the data. */
  targetInstanceId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The restore of a database instance from a backup was started. */
export interface InstanceRestored {
  /** Id of the instance whose backup was used. */
  instanceId: string;
  /** Id of the instance whose data were replaced. */
  targetInstanceId: string;
  /** Id of the backup. */
  backupId: string;
  /** Id of the restore job; null where none was started. */
  restoreId?: string | null | undefined;
}

/** The restore of a database instance came to its end. */
export interface InstanceRestoreEnded {
  /** Id of the instance whose backup was used. */
  instanceId: string;
  /** Id of the instance whose data were replaced. */
  targetInstanceId: string;
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

/** A database user was created. */
export interface UserCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user; null where it was not created. */
  userId?: string | null | undefined;
  /** Name of the user; null where it was left to the service. */
  userName?: string | null | undefined;
  /** Database in which the user exists. */
  databaseName: string;
  /** Roles granted. */
  roles: string[];
}

/** A database user was changed. */
export interface UserUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the database user. */
  userId: string;
  /** Database in which the user exists after the change; null where unchanged. */
  databaseName?: string | null | undefined;
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

/** The backup schedule and the retention of backups of a database instance were changed. */
export interface BackupScheduleUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** New cron expression of the backups in UTC; null where unchanged. */
  backupSchedule?: string | null | undefined;
  /** New retention of snapshots in days; null where unchanged. */
  snapshotRetentionDays?: number | null | undefined;
  /** New retention of daily snapshots in days; null where unchanged. */
  dailySnapshotRetentionDays?: number | null | undefined;
  /** New retention of weekly snapshots in weeks; null where unchanged. */
  weeklySnapshotRetentionWeeks?: number | null | undefined;
  /** New retention of monthly snapshots in months; null where unchanged. */
  monthlySnapshotRetentionMonths?: number | null | undefined;
  /** How far back a point in time can be restored, in hours; null where unchanged. */
  pointInTimeWindowHours?: number | null | undefined;
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

/** The platform upgraded a database instance to a newer minor version of MongoDB. */
export interface InstanceAutoUpgraded {
  /** Id of the instance. */
  instanceId: string;
  /** Version before, e.g. 8.0.12. */
  previousVersion: string;
  /** Version after, e.g. 8.0.15. */
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
