// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A Secrets Manager instance was created. */
export interface InstanceCreated {
  /** Id of the instance; null where it was not created. */
  instanceId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** KMS key of the customer that protects the secrets; null: the platform's own. */
  kmsKey?: KmsKey | null | undefined;
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

/** A Secrets Manager instance was renamed or protected with another KMS key. */
export interface InstanceUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** KMS key that protects the secrets after the change; null where unchanged. */
  kmsKey?: KmsKey | null | undefined;
}

/** A Secrets Manager instance was deleted with all its secrets. */
export interface InstanceDeleted {
  /** Id of the instance. */
  instanceId: string;
}

/** An address range was let into a Secrets Manager instance. */
export interface AclCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the ACL entry; null where it was not created. */
  aclId?: string | null | undefined;
  /** Address range that may reach the instance, e.g. 198.51.100.0/24. */
  allowedCidr: string;
}

/** An ACL entry of a Secrets Manager instance was changed to another address range. */
export interface AclUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the ACL entry. */
  aclId: string;
  /** Address range after the change. */
  allowedCidr: string;
}

/** All ACL entries of a Secrets Manager instance were replaced. */
export interface InstanceAclUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Address ranges that may reach the instance after the change; empty: no ACL. */
  allowedCidrs: string[];
}

/** An ACL entry of a Secrets Manager instance was deleted. */
export interface AclDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the ACL entry. */
  aclId: string;
  /** Address range that it let in; null where unknown. */
  allowedCidr?: string | null | undefined;
}

/** Access to a Secrets Manager instance was refused because its ACL does not let the address in. */
export interface AccessDeniedByAcl {
  /** Id of the instance. */
  instanceId: string;
  /** Event name of what was tried, e.g. secrets-manager.secret.read. */
  attemptedOperation: string;
  /** Path of the secret that was asked for; null where none was named. */
  path?: string | null | undefined;
  /** Id of the instance's user; null where the caller is none. */
  userId?: string | null | undefined;
  /** Address ranges that the ACL let in at that time. */
  allowedCidrs: string[];
}

/** A user of a Secrets Manager instance was created. */
export interface UserCreated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the instance's user; null where it was not created. */
  userId?: string | null | undefined;
  /** Name that the user signs in with. */
  userName: string;
  /** What the user is for. */
  description?: string | null | undefined;
  /** True where it may write and delete secrets, false where it may read only. */
  write: boolean;
}

/** A user of a Secrets Manager instance was changed. */
export interface UserUpdated {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the instance's user. */
  userId: string;
  /** Whether it may write and delete secrets after the change; null where unchanged. */
  write?: boolean | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
}

/** A user of a Secrets Manager instance was deleted. */
export interface UserDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Id of the instance's user. */
  userId: string;
}

/** A secret was read. */
export interface SecretRead {
  /** Id of the instance. */
  instanceId: string;
  /** Path of the secret, e.g. checkout/payment/psp; never its value. */
  path: string;
  /** Version of the secret, counted from 1; null where none was read. */
  versionNumber?: number | null | undefined;
  /** Id of the instance's user; null where the caller is none. */
  userId?: string | null | undefined;
}

/** A secret was written: a new version was stored. */
export interface SecretWritten {
  /** Id of the instance. */
  instanceId: string;
  /** Path of the secret, e.g. checkout/payment/psp; never its value. */
  path: string;
  /** Version that was made, counted from 1; null where none was. */
  versionNumber?: number | null | undefined;
  /** Id of the instance's user; null where the caller is none. */
  userId?: string | null | undefined;
}

/** A secret or some of its versions were deleted. */
export interface SecretDeleted {
  /** Id of the instance. */
  instanceId: string;
  /** Path of the secret, e.g. checkout/payment/psp; never its value. */
  path: string;
  /** Versions that were deleted; empty: all of them. */
  versionNumbers: number[];
  /** True where they cannot be restored. */
  permanent: boolean;
  /** Id of the instance's user; null where the caller is none. */
  userId?: string | null | undefined;
}

/** The platform rotated a secret because its rotation period was over. */
export interface SecretAutoRotated {
  /** Id of the instance. */
  instanceId: string;
  /** Path of the secret, e.g. checkout/payment/psp; never its value. */
  path: string;
  /** Version that took over, counted from 1; null where none was made. */
  versionNumber?: number | null | undefined;
  /** Version that was in use before. */
  previousVersionNumber: number;
  /** Days between two rotations. */
  rotationPeriodDays: number;
  /** When it is rotated next, milliseconds UTC; null where not planned. */
  nextRotationAt?: number | null | undefined;
}
