// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as objectStorageEvents from "@audit-log/schemas/storage/object-storage";
import type * as blockStorageEvents from "@audit-log/schemas/storage/block-storage";

/** Storage: Buckets and volumes. */
export const storage = (recorder: Pick<Recorder, "event">) => ({
  objectStorage: {
    /** Object Storage was enabled for a project. */
    serviceEnabled: recorder.event<objectStorageEvents.ServiceEnabled>("object-storage.service.enable"),
    /** Object Storage was disabled for a project. */
    serviceDisabled: recorder.event<objectStorageEvents.ServiceDisabled>("object-storage.service.disable"),
    /** The compliance lock of a project was set. */
    complianceLockCreated: recorder.event<objectStorageEvents.ComplianceLockCreated>(
      "object-storage.compliance-lock.create",
    ),
    /** The compliance lock of a project was deleted. */
    complianceLockDeleted: recorder.event<objectStorageEvents.ComplianceLockDeleted>(
      "object-storage.compliance-lock.delete",
    ),
    /** A group of access keys was created. */
    credentialsGroupCreated: recorder.event<objectStorageEvents.CredentialsGroupCreated>(
      "object-storage.credentials-group.create",
    ),
    /** A group of access keys was deleted. */
    credentialsGroupDeleted: recorder.event<objectStorageEvents.CredentialsGroupDeleted>(
      "object-storage.credentials-group.delete",
    ),
    /** An access key was created. */
    accessKeyCreated: recorder.event<objectStorageEvents.AccessKeyCreated>("object-storage.access-key.create"),
    /** An access key was used at the S3 interface: recorded at its first use from a source address on a day. */
    accessKeyUsed: recorder.event<objectStorageEvents.AccessKeyUsed>("object-storage.access-key.use"),
    /** An access key was deleted. */
    accessKeyDeleted: recorder.event<objectStorageEvents.AccessKeyDeleted>("object-storage.access-key.delete"),
    /** A bucket was created. */
    bucketCreated: recorder.event<objectStorageEvents.BucketCreated>("object-storage.bucket.create"),
    /** The access permissions (ACL) of a bucket were changed. */
    bucketAclUpdated: recorder.event<objectStorageEvents.BucketAclUpdated>("object-storage.bucket.acl.update"),
    /** The policy of a bucket was set or replaced. */
    bucketPolicyUpdated: recorder.event<objectStorageEvents.BucketPolicyUpdated>("object-storage.bucket.policy.update"),
    /** The policy of a bucket was deleted. */
    bucketPolicyDeleted: recorder.event<objectStorageEvents.BucketPolicyDeleted>("object-storage.bucket.policy.delete"),
    /** The default retention of a bucket's objects was set or changed. */
    bucketDefaultRetentionUpdated: recorder.event<objectStorageEvents.BucketDefaultRetentionUpdated>(
      "object-storage.bucket.default-retention.update",
    ),
    /** The default retention of a bucket's objects was deleted: new objects are no longer protected. */
    bucketDefaultRetentionDeleted: recorder.event<objectStorageEvents.BucketDefaultRetentionDeleted>(
      "object-storage.bucket.default-retention.delete",
    ),
    /** The lifecycle rules of a bucket were set or replaced. */
    bucketLifecycleUpdated: recorder.event<objectStorageEvents.BucketLifecycleUpdated>(
      "object-storage.bucket.lifecycle.update",
    ),
    /** The lifecycle rules of a bucket were deleted: its objects no longer expire. */
    bucketLifecycleDeleted: recorder.event<objectStorageEvents.BucketLifecycleDeleted>(
      "object-storage.bucket.lifecycle.delete",
    ),
    /** Versioning of a bucket was enabled or suspended. */
    bucketVersioningUpdated: recorder.event<objectStorageEvents.BucketVersioningUpdated>(
      "object-storage.bucket.versioning.update",
    ),
    /** The default encryption of a bucket was set or changed. */
    bucketEncryptionUpdated: recorder.event<objectStorageEvents.BucketEncryptionUpdated>(
      "object-storage.bucket.encryption.update",
    ),
    /** The default encryption of a bucket was deleted. */
    bucketEncryptionDeleted: recorder.event<objectStorageEvents.BucketEncryptionDeleted>(
      "object-storage.bucket.encryption.delete",
    ),
    /** A bucket was deleted. */
    bucketDeleted: recorder.event<objectStorageEvents.BucketDeleted>("object-storage.bucket.delete"),
    /** A request at the S3 interface was refused by the policy, the permissions or the object lock of a bucket. */
    bucketAccessDenied: recorder.event<objectStorageEvents.BucketAccessDenied>("object-storage.bucket.access.deny"),
    /** An access key reached its end and was deleted by the platform. */
    accessKeyExpired: recorder.event<objectStorageEvents.AccessKeyExpired>("object-storage.access-key.expire"),
    /** Objects of a bucket were deleted by the platform because a lifecycle rule said so. */
    bucketObjectsExpired: recorder.event<objectStorageEvents.BucketObjectsExpired>(
      "object-storage.bucket.objects.expire",
    ),
  },
  blockStorage: {
    /** The creation of a volume was started. */
    volumeCreated: recorder.event<blockStorageEvents.VolumeCreated>("block-storage.volume.create"),
    /** The creation of a volume came to its end. */
    volumeCreationEnded: recorder.event<blockStorageEvents.VolumeCreationEnded>("block-storage.volume.create.end"),
    /** A volume was renamed, relabelled or given other boot settings. */
    volumeUpdated: recorder.event<blockStorageEvents.VolumeUpdated>("block-storage.volume.update"),
    /** The enlargement of a volume was started. */
    volumeResized: recorder.event<blockStorageEvents.VolumeResized>("block-storage.volume.resize"),
    /** The enlargement of a volume came to its end. */
    volumeResizeEnded: recorder.event<blockStorageEvents.VolumeResizeEnded>("block-storage.volume.resize.end"),
    /** A volume was deleted. */
    volumeDeleted: recorder.event<blockStorageEvents.VolumeDeleted>("block-storage.volume.delete"),
    /** The creation of a snapshot of a volume was started. */
    snapshotCreated: recorder.event<blockStorageEvents.SnapshotCreated>("block-storage.snapshot.create"),
    /** The creation of a snapshot came to its end. */
    snapshotCreationEnded: recorder.event<blockStorageEvents.SnapshotCreationEnded>(
      "block-storage.snapshot.create.end",
    ),
    /** A snapshot was renamed, described or relabelled. */
    snapshotUpdated: recorder.event<blockStorageEvents.SnapshotUpdated>("block-storage.snapshot.update"),
    /** A snapshot was deleted. */
    snapshotDeleted: recorder.event<blockStorageEvents.SnapshotDeleted>("block-storage.snapshot.delete"),
    /** The creation of a backup of a volume or of a snapshot was started. */
    backupCreated: recorder.event<blockStorageEvents.BackupCreated>("block-storage.backup.create"),
    /** The creation of a backup came to its end. */
    backupCreationEnded: recorder.event<blockStorageEvents.BackupCreationEnded>("block-storage.backup.create.end"),
    /** A backup was renamed, described or relabelled. */
    backupUpdated: recorder.event<blockStorageEvents.BackupUpdated>("block-storage.backup.update"),
    /** The restore of a backup to the volume that it was made of, whose content it replaces, was started. */
    backupRestored: recorder.event<blockStorageEvents.BackupRestored>("block-storage.backup.restore"),
    /** The restore of a backup came to its end. */
    backupRestoreEnded: recorder.event<blockStorageEvents.BackupRestoreEnded>("block-storage.backup.restore.end"),
    /** A backup was deleted. */
    backupDeleted: recorder.event<blockStorageEvents.BackupDeleted>("block-storage.backup.delete"),
    /** A scheduled snapshot of a volume was made, or failed: see the outcome. */
    snapshotAutoCreated: recorder.event<blockStorageEvents.SnapshotAutoCreated>("block-storage.snapshot.auto-create"),
    /** A scheduled backup of a volume was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<blockStorageEvents.BackupAutoCreated>("block-storage.backup.auto-create"),
    /** A snapshot of a volume was deleted at the end of its retention. */
    snapshotExpired: recorder.event<blockStorageEvents.SnapshotExpired>("block-storage.snapshot.expire"),
    /** A backup of a volume was deleted at the end of its retention. */
    backupExpired: recorder.event<blockStorageEvents.BackupExpired>("block-storage.backup.expire"),
    /** A volume was served from another replica because the storage that served it failed. */
    volumeFailedOver: recorder.event<blockStorageEvents.VolumeFailedOver>("block-storage.volume.failover"),
    /** A volume was moved to other storage by the platform. */
    volumeAutoMoved: recorder.event<blockStorageEvents.VolumeAutoMoved>("block-storage.volume.auto-move"),
  },
});
