// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A role was assigned in an organization, folder or project. */
export interface RoleAssignmentCreated {
  /** Id of the role assignment; null where it was not created. */
  assignmentId?: string | null | undefined;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Name of the role, e.g. owner. */
  role: string;
  /** When the platform takes it away again, milliseconds UTC; null: never. */
  expiresAt?: number | null | undefined;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A role assignment was changed to another role or another end. */
export interface RoleAssignmentUpdated {
  /** Id of the role assignment. */
  assignmentId: string;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Name of the role after the change, e.g. owner. */
  role: string;
  /** Name of the role before; null where it stays the same. */
  previousRole?: string | null | undefined;
  /** When the platform takes it away after the change, milliseconds UTC; null: never. */
  expiresAt?: number | null | undefined;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A role was taken away in an organization, folder or project. */
export interface RoleAssignmentDeleted {
  /** Id of the role assignment. */
  assignmentId: string;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Name of the role, e.g. owner. */
  role: string;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A user signed in, or tried to: then the outcome is a failure. Without such an account the initiator's id is -: what was typed may be a password. */
export interface SignedIn {
  /** Id of the sign-in that began the session, never its token; null where it failed. */
  signInId?: string | null | undefined;
  /** First proof, e.g. password, sso or passkey. */
  method: string;
  /** Name of the organization's identity provider; null: the platform's own. */
  identityProvider?: string | null | undefined;
  /** Whether a second factor was asked for and given. */
  mfaUsed: boolean;
  /** Second factor, e.g. totp or security-key; null where none was used. */
  mfaMethod?: string | null | undefined;
  /** Whether this device was never seen with this user before; null where the user is not known. */
  newDevice?: boolean | null | undefined;
  /** When the session ends at the latest, milliseconds UTC; null where it failed. */
  expiresAt?: number | null | undefined;
  /** Why it failed, e.g. wrong-proof, unknown-account, mfa-failed, locked or provider-error; null where it did not. */
  failureReason?: string | null | undefined;
  /** Failures in a row, this one included; 0 where it succeeded. */
  failedAttempts: number;
}

/** A user signed out. */
export interface SignedOut {
  /** Id of the sign-in that began the session, never its token. */
  signInId: string;
}

/** Sessions of a user were ended at once by somebody. */
export interface SessionsRevoked {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Ids of the sign-ins whose sessions were ended; empty: all of the user. */
  signInIds: string[];
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** Somebody obtained a token to act as another user or service account. */
export interface ImpersonationTokenIssued {
  /** Id of the token, never the token; null where none was issued. */
  tokenId?: string | null | undefined;
  /** impersonation (acts as the other) or delegation (acts for the other, both stay visible). */
  grant: string;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Permissions that the token is limited to; empty: all of the other's. */
  permissions: string[];
  /** When it ends, milliseconds UTC; null where none was issued. */
  expiresAt?: number | null | undefined;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A token to act as another user or service account was revoked. */
export interface ImpersonationTokenRevoked {
  /** Id of the token, never the token. */
  tokenId: string;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** Somebody was invited to an organization. */
export interface UserInvited {
  /** Id of the invitation; null where it was not created. */
  invitationId?: string | null | undefined;
  /** E-mail that the invitation went to. */
  email: string;
  /** Roles that come with it. */
  roles: string[];
  /** Until when it can be accepted, milliseconds UTC; null where it was not created. */
  expiresAt?: number | null | undefined;
}

/** A user joined an organization. */
export interface UserJoined {
  /** Id of the user; null where the user was not let in. */
  userId?: string | null | undefined;
  /** E-mail of the user. */
  email: string;
  /** Id of the invitation that was accepted; null where the identity provider let the user in. */
  invitationId?: string | null | undefined;
  /** Name of the organization's identity provider; null: the platform's own. */
  identityProvider?: string | null | undefined;
  /** Roles that the user has from the start. */
  roles: string[];
}

/** The e-mail of a user was changed. */
export interface UserEmailUpdated {
  /** Id of the user. */
  userId: string;
  /** E-mail before the change. */
  previousEmail: string;
  /** E-mail after the change. */
  email: string;
  /** Whether the new address was proven to be the user's. */
  verified: boolean;
}

/** The password of a user was changed. */
export interface UserPasswordUpdated {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** self, reset-link or administrator. */
  method: string;
  /** Whether the user's other sessions were ended. */
  sessionsEnded: boolean;
}

/** A second factor of a user was added. */
export interface MfaFactorAdded {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Id of the factor; null where it was not added. */
  factorId?: string | null | undefined;
  /** Factor kind, e.g. totp, security-key or recovery-codes. */
  factorKind: string;
  /** Name that the user gave it; null where none. */
  factorName?: string | null | undefined;
}

/** A second factor of a user was removed. */
export interface MfaFactorRemoved {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Id of the factor. */
  factorId: string;
  /** Factor kind, e.g. totp, security-key or recovery-codes. */
  factorKind: string;
  /** Second factors that are left; 0: the user signs in with one proof only. */
  remainingFactors: number;
}

/** All second factors of a user were removed by an administrator. */
export interface MfaReset {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Kinds of the removed factors. */
  removedFactors: string[];
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A user was locked. */
export interface UserLocked {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
  /** When it is unlocked by itself, milliseconds UTC; null: never. */
  lockedUntil?: number | null | undefined;
}

/** A user was unlocked. */
export interface UserUnlocked {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Why, in the words of whoever did it; null where not said. */
  reason?: string | null | undefined;
}

/** A user was removed from an organization with all role assignments. */
export interface UserRemoved {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** Ids of the role assignments that went with the user. */
  assignmentIds: string[];
}

/** An identity provider was created: its users sign in without a password of the platform. */
export interface IdentityProviderCreated {
  /** Id of the identity provider; null where it was not created. */
  identityProviderId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** saml or oidc. */
  protocol: string;
  /** Issuer that is trusted. */
  issuer: string;
  /** E-mail domains whose users sign in through it. */
  domains: string[];
  /** Whether these users may sign in with a password of the platform too. */
  passwordSignInAllowed: boolean;
  /** Whether an unknown user is let in as a new one at the first sign-in. */
  createsUsers: boolean;
  /** SHA-256 fingerprints of the certificates that may sign its answers, empty where it publishes its keys (oidc). */
  certificateFingerprints: string[];
}

/** An identity provider was changed. */
export interface IdentityProviderUpdated {
  /** Id of the identity provider. */
  identityProviderId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Issuer that is trusted after the change; null where unchanged. */
  issuer?: string | null | undefined;
  /** E-mail domains whose users sign in through it after the change; null where unchanged. */
  domains?: string[] | null | undefined;
  /** Whether these users may sign in with a password of the platform too after the change; null where unchanged. */
  passwordSignInAllowed?: boolean | null | undefined;
  /** Whether an unknown user is let in as a new one at the first sign-in after the change; null where unchanged. */
  createsUsers?: boolean | null | undefined;
  /** SHA-256 fingerprints of the certificates that may sign its answers after the change, empty where it publishes its keys (oidc); null where unchanged. */
  certificateFingerprints?: string[] | null | undefined;
}

/** An identity provider was deleted. */
export interface IdentityProviderDeleted {
  /** Id of the identity provider. */
  identityProviderId: string;
  /** Display name. */
  name: string;
  /** E-mail domains whose users signed in through it. */
  domains: string[];
}

/** What an organization asks of passwords and sessions was changed. */
export interface PasswordPolicyUpdated {
  /** Least number of characters; null where unchanged. */
  minLength?: number | null | undefined;
  /** Earlier passwords that may not come back; null where unchanged. */
  historySize?: number | null | undefined;
  /** Days until a new one is due, 0: never; null where unchanged. */
  maxAgeDays?: number | null | undefined;
  /** Failures in a row until the user is locked, 0: no limit; null where unchanged. */
  maxFailedSignIns?: number | null | undefined;
  /** Whether a second factor is a must; null where unchanged. */
  mfaRequired?: boolean | null | undefined;
  /** Longest session in minutes; null where unchanged. */
  sessionMinutes?: number | null | undefined;
  /** Minutes without use until a session ends; null where unchanged. */
  idleMinutes?: number | null | undefined;
}

/** An access policy was created: it ties access to conditions such as the caller's network. */
export interface AccessPolicyCreated {
  /** Id of the access policy; null where it was not created. */
  policyId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** allow (only what the policy names gets in) or deny (what it names does not get in). */
  effect: string;
  /** enforce, report-only or off. */
  mode: string;
  /** Address ranges that the policy names, e.g. 198.51.100.0/24; empty: any. */
  cidrs: string[];
  /** Whether a second factor is a must. */
  mfaRequired: boolean;
  /** E-mails of those it applies to; empty: everybody. */
  subjects: string[];
}

/** An access policy was changed. */
export interface AccessPolicyUpdated {
  /** Id of the access policy. */
  policyId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** allow (only what the policy names gets in) or deny (what it names does not get in); null where unchanged. */
  effect?: string | null | undefined;
  /** enforce, report-only or off; null where unchanged. */
  mode?: string | null | undefined;
  /** Address ranges that the policy names, e.g. 198.51.100.0/24; empty: any; null where unchanged. */
  cidrs?: string[] | null | undefined;
  /** Whether a second factor is a must; null where unchanged. */
  mfaRequired?: boolean | null | undefined;
  /** E-mails of those it applies to; empty: everybody; null where unchanged. */
  subjects?: string[] | null | undefined;
}

/** An access policy was deleted. */
export interface AccessPolicyDeleted {
  /** Id of the access policy. */
  policyId: string;
  /** Display name. */
  name: string;
  /** Address ranges that the policy named. */
  cidrs: string[];
}

/** An access policy refused something because its condition was not met. */
export interface DeniedByAccessPolicy {
  /** Id of the access policy. */
  policyId: string;
  /** Condition that was not met, e.g. network, mfa or session-age. */
  condition: string;
  /** Event name of what was tried, e.g. iam.session.sign-in. */
  attemptedOperation: string;
  /** Address ranges that the policy named at that time. */
  cidrs: string[];
}

/** A permission was refused: a role is missing or a policy forbids it. */
export interface PermissionDenied {
  /** Permission that was needed, e.g. ske.cluster.delete. */
  permission: string;
  /** missing-role or policy. */
  reason: string;
  /** A role that would have been enough; null where a policy forbids it. */
  missingRole?: string | null | undefined;
  /** Id of the policy that forbids it; null where a role is missing. */
  policyId?: string | null | undefined;
  /** Event name of what was tried, e.g. ske.cluster.delete. */
  attemptedOperation: string;
  /** Kind of thing it was tried on, e.g. ske-cluster. */
  targetType: string;
  /** Id of that thing; null where it does not exist yet. */
  targetId?: string | null | undefined;
}

/** A role assignment reached its end: the platform took the role away. */
export interface RoleAssignmentExpired {
  /** Id of the role assignment. */
  assignmentId: string;
  /** Who it is about: e-mail of a user or service account. */
  subject: string;
  /** user or service-account. */
  subjectKind: string;
  /** Name of the role, e.g. owner. */
  role: string;
  /** When it ended, milliseconds UTC. */
  expiredAt: number;
}

/** A session ended by itself: it was idle or open for too long. */
export interface SessionExpired {
  /** Id of the sign-in that began the session, never its token. */
  signInId: string;
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** idle or lifetime. */
  reason: string;
}

/** The platform locked a user: after too many failed sign-ins in a row, or because there was none for a long time. */
export interface UserAutoLocked {
  /** Id of the user. */
  userId: string;
  /** E-mail of the user. */
  email: string;
  /** failed-sign-ins or dormant. */
  reason: string;
  /** Failed sign-ins in a row; null where that is not the reason. */
  failedAttempts?: number | null | undefined;
  /** Address of the last failed sign-in; null where that is not the reason or it is unknown. */
  lastIpAddress?: string | null | undefined;
  /** Days without a sign-in; null where that is not the reason. */
  dormantDays?: number | null | undefined;
  /** When the user signed in last, milliseconds UTC; null: never, or where that is not the reason. */
  lastSignInAt?: number | null | undefined;
  /** When it is unlocked by itself, milliseconds UTC; null: never. */
  lockedUntil?: number | null | undefined;
}

/** The platform rotated the certificate with which it signs what it asks of an identity provider. */
export interface IdentityProviderCertificateAutoRotated {
  /** Id of the identity provider. */
  identityProviderId: string;
  /** SHA-256 fingerprint of the new certificate. */
  fingerprint: string;
  /** SHA-256 fingerprint of the certificate before. */
  previousFingerprint: string;
  /** When the new one ends, milliseconds UTC. */
  expiresAt: number;
}
