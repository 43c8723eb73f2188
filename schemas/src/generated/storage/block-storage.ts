// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a volume was started. */
export interface VolumeCreated {
  /** Id of the volume; null where it was not created. */
  volumeId?: string | null | undefined;
  /** Display name. */
  name?: string | null | undefined;
  /** Availability zone, e.g. eu01-1. */
  availabilityZone: string;
  /** Size in GB; null: the size of its source. */
  sizeGb?: number | null | undefined;
  /** Performance class, e.g. storage_premium_perf1; null: the default class. */
  performanceClass?: string | null | undefined;
  /** What it was filled from: image, volume, snapshot or backup; null: it is empty. */
  sourceType?: string | null | undefined;
  /** Id of the source; null: it is empty. */
  sourceId?: string | null | undefined;
  /** Whether it is encrypted. */
  encrypted: boolean;
  /** KMS key of the customer that encrypts it; null: the platform's own key, or none. */
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

/** The creation of a volume came to its end. */
export interface VolumeCreationEnded {
  /** Id of the volume. */
  volumeId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A volume was renamed, relabelled or given other boot settings. */
export interface VolumeUpdated {
  /** Id of the volume. */
  volumeId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
  /** Whether servers can boot from it; null where unchanged. */
  bootable?: boolean | null | undefined;
  /** Whether servers that boot from it check signatures; null where unchanged. */
  secureBoot?: boolean | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** The enlargement of a volume was started. */
export interface VolumeResized {
  /** Id of the volume. */
  volumeId: string;
  /** New size in GB. */
  sizeGb: number;
  /** Size before, in GB. */
  previousSizeGb?: number | null | undefined;
}

/** The enlargement of a volume came to its end. */
export interface VolumeResizeEnded {
  /** Id of the volume. */
  volumeId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A volume was deleted. */
export interface VolumeDeleted {
  /** Id of the volume. */
  volumeId: string;
  /** Display name that it had. */
  name?: string | null | undefined;
  /** Size that it had, in GB. */
  sizeGb?: number | null | undefined;
  /** Whether what depends on it, i.e. its snapshots, was to be deleted with it. */
  cascade: boolean;
}

/** The creation of a snapshot of a volume was started. */
export interface SnapshotCreated {
  /** Id of the snapshot; null where it was not created. */
  snapshotId?: string | null | undefined;
  /** Id of the volume. */
  volumeId: string;
  /** Display name. */
  name?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** The creation of a snapshot came to its end. */
export interface SnapshotCreationEnded {
  /** Id of the snapshot. */
  snapshotId: string;
  /** Id of the volume. */
  volumeId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A snapshot was renamed, described or relabelled. */
export interface SnapshotUpdated {
  /** Id of the snapshot. */
  snapshotId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A snapshot was deleted. */
export interface SnapshotDeleted {
  /** Id of the snapshot. */
  snapshotId: string;
  /** Id of the volume that it was made of. */
  volumeId?: string | null | undefined;
  /** Display name that it had. */
  name?: string | null | undefined;
}

/** The creation of a backup of a volume or of a snapshot was started. */
export interface BackupCreated {
  /** Id of the backup; null where it was not created. */
  backupId?: string | null | undefined;
  /** Display name. */
  name?: string | null | undefined;
  /** What it was made of: volume or snapshot. */
  sourceType: string;
  /** Id of the volume or snapshot. */
  sourceId: string;
  /** Labels set. */
  labels: Record<string, string>;
}

/** The creation of a backup came to its end. */
export interface BackupCreationEnded {
  /** Id of the backup. */
  backupId: string;
  /** Size of the backup in GB; null where there is none. */
  sizeGb?: number | null | undefined;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A backup was renamed, described or relabelled. */
export interface BackupUpdated {
  /** Id of the backup. */
  backupId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** The restore of a backup to the volume that it was made of, whose content it replaces, was started. */
export interface BackupRestored {
  /** Id of the backup. */
  backupId: string;
  /** Id of the volume whose content was replaced. */
  volumeId?: string | null | undefined;
}

/** The restore of a backup came to its end. */
export interface BackupRestoreEnded {
  /** Id of the backup. */
  backupId: string;
  /** Id of the volume. */
  volumeId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A backup was deleted. */
export interface BackupDeleted {
  /** Id of the backup. */
  backupId: string;
  /** Id of the volume that it was made of. */
  volumeId?: string | null | undefined;
  /** Whether it was to be deleted in whatever state it was. */
  force: boolean;
}

/** A scheduled snapshot of a volume was made, or failed: see the outcome. */
export interface SnapshotAutoCreated {
  /** Id of the snapshot; null where it was not created. */
  snapshotId?: string | null | undefined;
  /** Id of the volume. */
  volumeId: string;
  /** Id of the schedule. */
  scheduleId: string;
  /** End of its retention, milliseconds UTC; null: it is kept. */
  retainedUntil?: number | null | undefined;
}

/** A scheduled backup of a volume was made, or failed: see the outcome. */
export interface BackupAutoCreated {
  /** Id of the backup; null where it was not created. */
  backupId?: string | null | undefined;
  /** Id of the volume. */
  volumeId: string;
  /** Id of the schedule. */
  scheduleId: string;
  /** Size of the backup in GB; null where there is none. */
  sizeGb?: number | null | undefined;
  /** End of its retention, milliseconds UTC; null: it is kept. */
  retainedUntil?: number | null | undefined;
}

/** A snapshot of a volume was deleted at the end of its retention. */
export interface SnapshotExpired {
  /** Id of the snapshot. */
  snapshotId: string;
  /** Id of the volume. */
  volumeId: string;
  /** When the snapshot was made, milliseconds UTC. */
  createdAt: number;
  /** End of its retention, milliseconds UTC. */
  retainedUntil: number;
}

/** A backup of a volume was deleted at the end of its retention. */
export interface BackupExpired {
  /** Id of the backup. */
  backupId: string;
  /** Id of the volume. */
  volumeId: string;
  /** When the backup was made, milliseconds UTC. */
  createdAt: number;
  /** End of its retention, milliseconds UTC. */
  retainedUntil: number;
}

/** A volume was served from another replica because the storage that served it failed. */
export interface VolumeFailedOver {
  /** Id of the volume. */
  volumeId: string;
  /** Availability zone, e.g. eu01-1. */
  availabilityZone: string;
  /** Reason, e.g. storage-node-lost, disk-failure. */
  reason: string;
  /** Milliseconds without reads and writes; null where not measured. */
  interruptionMs?: number | null | undefined;
}

/** A volume was moved to other storage by the platform. */
export interface VolumeAutoMoved {
  /** Id of the volume. */
  volumeId: string;
  /** Availability zone, e.g. eu01-1. */
  availabilityZone: string;
  /** Name of the storage pool that it left. */
  previousPool: string;
  /** Name of the storage pool that it is in. */
  pool: string;
  /** Reason, e.g. maintenance, rebalancing. */
  reason: string;
}
