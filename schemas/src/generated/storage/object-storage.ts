// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** Object Storage was enabled for a project. */
export interface ServiceEnabled {
  /** Who the service is offered to, as the API answers it, e.g. PUBLIC. */
  serviceScope?: string | null | undefined;
}

/** Object Storage was disabled for a project. */
export interface ServiceDisabled {
  /** Who the service is offered to, as the API answers it, e.g. PUBLIC. */
  serviceScope?: string | null | undefined;
}

/** The compliance lock of a project was set. */
export interface ComplianceLockCreated {
  /** Longest retention that a bucket may be given, days, as the API answers it. */
  maxRetentionDays?: number | null | undefined;
}

/** The compliance lock of a project was deleted. */
export interface ComplianceLockDeleted {
  /** Longest retention that a bucket could be given until then, days. */
  maxRetentionDays?: number | null | undefined;
}

/** A group of access keys was created. */
export interface CredentialsGroupCreated {
  /** Id of the credentials group; null where it was not created. */
  credentialsGroupId?: string | null | undefined;
  /** Display name. */
  name: string;
}

/** A group of access keys was deleted. */
export interface CredentialsGroupDeleted {
  /** Id of the credentials group. */
  credentialsGroupId: string;
  /** Display name that it had. */
  name?: string | null | undefined;
}

/** An access key was created. */
export interface AccessKeyCreated {
  /** Id of the access key, never the key; null where it was not created. */
  accessKeyId?: string | null | undefined;
  /** Id of the credentials group that it belongs to; null: the project's default group. */
  credentialsGroupId?: string | null | undefined;
  /** When it ends, milliseconds UTC; null: never. */
  expiresAt?: number | null | undefined;
}

/** An access key was used at the S3 interface: recorded at its first use from a source address on a day. */
export interface AccessKeyUsed {
  /** Id of the access key, never the key. */
  accessKeyId: string;
  /** Id of the credentials group that it belongs to; null: the project's default group. */
  credentialsGroupId?: string | null | undefined;
  /** First action of the day from this address, e.g. s3:GetObject. */
  action: string;
  /** Name of the bucket; null where the action is about none, e.g. s3:ListAllMyBuckets. */
  bucketName?: string | null | undefined;
  /** Whether the key had never been used before. */
  firstUse: boolean;
}

/** An access key was deleted. */
export interface AccessKeyDeleted {
  /** Id of the access key, never the key. */
  accessKeyId: string;
  /** Id of the credentials group that it belongs to; null: the project's default group. */
  credentialsGroupId?: string | null | undefined;
}

/** A bucket was created. */
export interface BucketCreated {
  /** Name of the bucket. */
  bucketName: string;
  /** Whether its objects can be protected from deletion for a time (S3 Object Lock). */
  objectLockEnabled: boolean;
}

/** The access permissions (ACL) of a bucket were changed. */
export interface BucketAclUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** Grants before the change. */
  previousGrants: BucketGrant[];
  /** Grants after the change. */
  grants: BucketGrant[];
  /** What anybody may do without signing in, before: none, read, write or read-write. */
  previousPublicAccess: string;
  /** What anybody may do without signing in, after: none, read, write or read-write. */
  publicAccess: string;
}

export interface BucketGrant {
  /** Who may: id of a credentials group, or all-users. */
  grantee: string;
  /** Grantee type, e.g. credentials-group, all-users, authenticated-users. */
  granteeType: string;
  /** Permission, e.g. READ, WRITE, READ_ACP, WRITE_ACP, FULL_CONTROL. */
  permission: string;
}

/** The policy of a bucket was set or replaced. */
export interface BucketPolicyUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** What the policy says after the change. */
  statements: PolicyStatement[];
  /** What anybody may do without signing in, before: none, read, write or read-write. */
  previousPublicAccess: string;
  /** What anybody may do without signing in, after: none, read, write or read-write. */
  publicAccess: string;
}

export interface PolicyStatement {
  /** Its Sid; null where it has none. */
  statementId?: string | null | undefined;
  /** Allow or Deny. */
  effect: string;
  /** Whom it is about; * is anybody. */
  principals: string[];
  /** Actions, e.g. s3:GetObject. */
  actions: string[];
  /** ARNs of the bucket or of objects in it. */
  resources: string[];
  /** CIDRs that it is limited to; empty: no limit. */
  sourceCidrs: string[];
  /** CIDRs that it leaves out; empty: none. */
  exceptSourceCidrs: string[];
}

/** The policy of a bucket was deleted. */
export interface BucketPolicyDeleted {
  /** Name of the bucket. */
  bucketName: string;
  /** What the policy said until then. */
  statements: PolicyStatement[];
  /** What anybody may do without signing in, before: none, read, write or read-write. */
  previousPublicAccess: string;
  /** What anybody may do without signing in, after: none, read, write or read-write. */
  publicAccess: string;
}

/** The default retention of a bucket's objects was set or changed. */
export interface BucketDefaultRetentionUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** Retention in days, after the change. */
  retentionDays: number;
  /** COMPLIANCE (nobody can shorten it) or GOVERNANCE, after the change. */
  mode: string;
  /** Retention in days, before; null: there was none. */
  previousRetentionDays?: number | null | undefined;
  /** COMPLIANCE (nobody can shorten it) or GOVERNANCE, before; null: there was none. */
  previousMode?: string | null | undefined;
}

/** The default retention of a bucket's objects was deleted: new objects are no longer protected. */
export interface BucketDefaultRetentionDeleted {
  /** Name of the bucket. */
  bucketName: string;
  /** Retention in days, until then. */
  previousRetentionDays?: number | null | undefined;
  /** COMPLIANCE (nobody can shorten it) or GOVERNANCE, until then. */
  previousMode?: string | null | undefined;
}

/** The lifecycle rules of a bucket were set or replaced. */
export interface BucketLifecycleUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** Rules after the change. */
  rules: LifecycleRule[];
  /** Age in days at which the first objects are deleted, after the change; null: none are. */
  shortestExpirationDays?: number | null | undefined;
  /** The same before the change. */
  previousShortestExpirationDays?: number | null | undefined;
}

export interface LifecycleRule {
  /** Id of the rule. */
  ruleId: string;
  /** Whether it is applied. */
  enabled: boolean;
  /** Objects whose name begins with it; null: all objects. */
  prefix?: string | null | undefined;
  /** Age in days at which objects are deleted; null: never. */
  expirationDays?: number | null | undefined;
  /** Days after which replaced versions are deleted; null: never. */
  noncurrentExpirationDays?: number | null | undefined;
  /** Days after which unfinished uploads are dropped; null: never. */
  abortIncompleteUploadDays?: number | null | undefined;
}

/** The lifecycle rules of a bucket were deleted: its objects no longer expire. */
export interface BucketLifecycleDeleted {
  /** Name of the bucket. */
  bucketName: string;
  /** Ids of the deleted rules. */
  ruleIds: string[];
}

/** Versioning of a bucket was enabled or suspended. */
export interface BucketVersioningUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** Enabled or Suspended, after the change. */
  status: string;
  /** Enabled or Suspended, before; null: it had never been enabled. */
  previousStatus?: string | null | undefined;
}

/** The default encryption of a bucket was set or changed. */
export interface BucketEncryptionUpdated {
  /** Name of the bucket. */
  bucketName: string;
  /** After the change, e.g. AES256, aws:kms. */
  algorithm: string;
  /** Id of the KMS key after the change; null: the platform's own key. */
  kmsKeyId?: string | null | undefined;
  /** Before the change; null: there was none. */
  previousAlgorithm?: string | null | undefined;
  /** Id of the KMS key before the change; null: the platform's own key, or none. */
  previousKmsKeyId?: string | null | undefined;
}

/** The default encryption of a bucket was deleted. */
export interface BucketEncryptionDeleted {
  /** Name of the bucket. */
  bucketName: string;
  /** Algorithm until then, e.g. AES256. */
  previousAlgorithm?: string | null | undefined;
  /** Id of the KMS key until then; null: the platform's own key. */
  previousKmsKeyId?: string | null | undefined;
}

/** A bucket was deleted. */
export interface BucketDeleted {
  /** Name of the bucket. */
  bucketName: string;
  /** Whether its objects could be protected from deletion. */
  objectLockEnabled?: boolean | null | undefined;
}

/** A request at the S3 interface was refused by the policy, the permissions or the object lock of a bucket. */
export interface BucketAccessDenied {
  /** Name of the bucket. */
  bucketName: string;
  /** What was tried, e.g. s3:PutObject. */
  action: string;
  /** Name of the object; null where it was about the bucket itself. */
  objectName?: string | null | undefined;
  /** Id of the access key that was used; null: without signing in. */
  accessKeyId?: string | null | undefined;
  /** Reason, e.g. explicit-deny, no-grant, source-address, object-lock. */
  reason: string;
  /** Sid of the policy's statement that refused it; null where none did. */
  statementId?: string | null | undefined;
}

/** An access key reached its end and was deleted by the platform. */
export interface AccessKeyExpired {
  /** Id of the access key, never the key. */
  accessKeyId: string;
  /** Id of the credentials group that it belongs to; null: the project's default group. */
  credentialsGroupId?: string | null | undefined;
  /** When it ended, milliseconds UTC. */
  expiredAt: number;
}

/** Objects of a bucket were deleted by the platform because a lifecycle rule said so. */
export interface BucketObjectsExpired {
  /** Name of the bucket. */
  bucketName: string;
  /** Id of the lifecycle rule. */
  ruleId: string;
  /** How many objects were deleted. */
  deletedObjects: number;
  /** How many replaced versions were deleted. */
  deletedVersions: number;
  /** Bytes that were freed. */
  deletedBytes: number;
  /** Age in days at which the rule deletes objects; null: it is about replaced versions only. */
  expirationDays?: number | null | undefined;
}
