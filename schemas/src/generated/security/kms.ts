// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A key ring was created. */
export interface KeyRingCreated {
  /** Id of the key ring; null where it was not created. */
  keyRingId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** What the key ring is for. */
  description?: string | null | undefined;
}

/** A key ring was deleted. */
export interface KeyRingDeleted {
  /** Id of the key ring. */
  keyRingId: string;
}

/** A key was created. */
export interface KeyCreated {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key; null where it was not created. */
  keyId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256. */
  algorithm: string;
  /** What it is for, e.g. symmetric_encrypt_decrypt. */
  purpose: string;
  /** From where it may be used: PUBLIC or SNA (from the organization's own network area). */
  accessScope: string;
  /** True where key material is brought by the customer and never made by the platform. */
  importOnly: boolean;
  /** How key material is kept, e.g. software; null: the platform's default. */
  protection?: string | null | undefined;
}

/** Key material of the customer was imported as a new version of a key. */
export interface KeyImported {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Id of the wrapping key that protected the material on its way. */
  wrappingKeyId: string;
  /** Version that was made; null where none was. */
  versionNumber?: number | null | undefined;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
}

/** A key was rotated: a new version took over. */
export interface KeyRotated {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version that took over; null where none was made. */
  versionNumber?: number | null | undefined;
  /** Version that was in use before; null where there was none. */
  previousVersionNumber?: number | null | undefined;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
}

/** Data was encrypted with a key. */
export interface DataEncrypted {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
}

/** Data was decrypted with a key. */
export interface DataDecrypted {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
}

/** Data was signed with a key. */
export interface DataSigned {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
}

/** A signature was checked with a key. */
export interface SignatureVerified {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256; null where not known. */
  algorithm?: string | null | undefined;
  /** Whether the signature fits the data; null where it was not checked. */
  valid?: boolean | null | undefined;
}

/** The use of a key was refused because a policy disabled it. */
export interface KeyUseDenied {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version that was to be used, counted from 1; null where none was named. */
  versionNumber?: number | null | undefined;
  /** Event name of what was tried, e.g. kms.key.decrypt. */
  attemptedOperation: string;
  /** Why, e.g. key-disabled-by-policy, access-scope, version-disabled. */
  reason: string;
  /** Id of the policy that disabled the key; null where no single one did. */
  policyId?: string | null | undefined;
}

/** A key was scheduled for deletion; it can be restored until its deletion period ends. */
export interface KeyDeleted {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Until when it can be restored, milliseconds UTC; null where it was not scheduled. */
  restorableUntil?: number | null | undefined;
}

/** A key that was scheduled for deletion was restored. */
export interface KeyRestored {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
}

/** A version of a key was enabled. */
export interface KeyVersionEnabled {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
}

/** A version of a key was disabled: nothing can be decrypted or signed with it. */
export interface KeyVersionDisabled {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
}

/** A version of a key was scheduled for destruction; it can be restored until its deletion period ends. */
export interface KeyVersionDestroyed {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Until when it can be restored, milliseconds UTC; null where it cannot. */
  restorableUntil?: number | null | undefined;
}

/** A version of a key that was scheduled for destruction was restored. */
export interface KeyVersionRestored {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
}

/** A wrapping key was created: it protects key material on its way to an import. */
export interface WrappingKeyCreated {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the wrapping key, never the key; null where it was not created. */
  wrappingKeyId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Algorithm, e.g. rsa_2048_oaep_sha256. */
  algorithm: string;
  /** What it is for, e.g. wrap_symmetric_key. */
  purpose: string;
  /** From where it may be used: PUBLIC or SNA (from the organization's own network area). */
  accessScope: string;
  /** How key material is kept, e.g. software; null: the platform's default. */
  protection?: string | null | undefined;
  /** When it can no longer be used, milliseconds UTC; null where unknown. */
  expiresAt?: number | null | undefined;
}

/** A wrapping key was deleted. */
export interface WrappingKeyDeleted {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the wrapping key. */
  wrappingKeyId: string;
}

/** The platform rotated a key because its rotation period was over. */
export interface KeyAutoRotated {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version that took over; null where none was made. */
  versionNumber?: number | null | undefined;
  /** Version that was in use before. */
  previousVersionNumber: number;
  /** Algorithm, e.g. aes_256_gcm or ecdsa_p256_sha256. */
  algorithm: string;
  /** Days between two rotations. */
  rotationPeriodDays: number;
  /** When it is rotated next, milliseconds UTC; null where not planned. */
  nextRotationAt?: number | null | undefined;
}

/** The deletion period of a key ended: the platform deleted it with all its versions. */
export interface KeyDeletionEnded {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The deletion period of a key's version ended: the platform destroyed its key material. */
export interface KeyVersionDestructionEnded {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** Version of the key, counted from 1. */
  versionNumber: number;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A wrapping key reached its end: the platform deleted it. */
export interface WrappingKeyExpired {
  /** Id of the key ring. */
  keyRingId: string;
  /** Id of the wrapping key. */
  wrappingKeyId: string;
  /** When it ended, milliseconds UTC. */
  expiredAt: number;
}
