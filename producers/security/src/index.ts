// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as auditLogEvents from "@audit-log/schemas/security/audit-log";
import type * as iamEvents from "@audit-log/schemas/security/iam";
import type * as kmsEvents from "@audit-log/schemas/security/kms";
import type * as secretsManagerEvents from "@audit-log/schemas/security/secrets-manager";

/** Security & Identity: Roles and sign-in, keys, secrets, and who reads the audit log. */
export const security = (recorder: Pick<Recorder, "event">) => ({
  auditLog: {
    /** Entries of an audit log were shown: pages of a list, or one entry. */
    entriesViewed: recorder.event<auditLogEvents.EntriesViewed>("audit-log.entry.read"),
    /** An audit log was searched: a list with a filter or a text, or figures over its entries. */
    entriesSearched: recorder.event<auditLogEvents.EntriesSearched>("audit-log.entry.search"),
    /** Entries of an audit log were downloaded as a file. */
    entriesDownloaded: recorder.event<auditLogEvents.EntriesDownloaded>("audit-log.entry.download"),
    /** Reading an audit log was refused: the reader has no role on its scope, or none that may read it. */
    entriesDenied: recorder.event<auditLogEvents.EntriesDenied>("audit-log.entry.deny"),
  },
  iam: {
    /** A role was assigned in an organization, folder or project. */
    roleAssignmentCreated: recorder.event<iamEvents.RoleAssignmentCreated>("iam.role-assignment.create"),
    /** A role assignment was changed to another role or another end. */
    roleAssignmentUpdated: recorder.event<iamEvents.RoleAssignmentUpdated>("iam.role-assignment.update"),
    /** A role was taken away in an organization, folder or project. */
    roleAssignmentDeleted: recorder.event<iamEvents.RoleAssignmentDeleted>("iam.role-assignment.delete"),
    /** A user signed in, or tried to: then the outcome is a failure. Without such an account the initiator's id is -: what was typed may be a password. */
    signedIn: recorder.event<iamEvents.SignedIn>("iam.session.sign-in"),
    /** A user signed out. */
    signedOut: recorder.event<iamEvents.SignedOut>("iam.session.sign-out"),
    /** Sessions of a user were ended at once by somebody. */
    sessionsRevoked: recorder.event<iamEvents.SessionsRevoked>("iam.session.revoke"),
    /** Somebody obtained a token to act as another user or service account. */
    impersonationTokenIssued: recorder.event<iamEvents.ImpersonationTokenIssued>("iam.impersonation-token.issue"),
    /** A token to act as another user or service account was revoked. */
    impersonationTokenRevoked: recorder.event<iamEvents.ImpersonationTokenRevoked>("iam.impersonation-token.revoke"),
    /** Somebody was invited to an organization. */
    userInvited: recorder.event<iamEvents.UserInvited>("iam.user.invite"),
    /** A user joined an organization. */
    userJoined: recorder.event<iamEvents.UserJoined>("iam.user.join"),
    /** The e-mail of a user was changed. */
    userEmailUpdated: recorder.event<iamEvents.UserEmailUpdated>("iam.user.email.update"),
    /** The password of a user was changed. */
    userPasswordUpdated: recorder.event<iamEvents.UserPasswordUpdated>("iam.user.password.update"),
    /** A second factor of a user was added. */
    mfaFactorAdded: recorder.event<iamEvents.MfaFactorAdded>("iam.user.mfa.add"),
    /** A second factor of a user was removed. */
    mfaFactorRemoved: recorder.event<iamEvents.MfaFactorRemoved>("iam.user.mfa.remove"),
    /** All second factors of a user were removed by an administrator. */
    mfaReset: recorder.event<iamEvents.MfaReset>("iam.user.mfa.reset"),
    /** A user was locked. */
    userLocked: recorder.event<iamEvents.UserLocked>("iam.user.lock"),
    /** A user was unlocked. */
    userUnlocked: recorder.event<iamEvents.UserUnlocked>("iam.user.unlock"),
    /** A user was removed from an organization with all role assignments. */
    userRemoved: recorder.event<iamEvents.UserRemoved>("iam.user.remove"),
    /** An identity provider was created: its users sign in without a password of the platform. */
    identityProviderCreated: recorder.event<iamEvents.IdentityProviderCreated>("iam.identity-provider.create"),
    /** An identity provider was changed. */
    identityProviderUpdated: recorder.event<iamEvents.IdentityProviderUpdated>("iam.identity-provider.update"),
    /** An identity provider was deleted. */
    identityProviderDeleted: recorder.event<iamEvents.IdentityProviderDeleted>("iam.identity-provider.delete"),
    /** What an organization asks of passwords and sessions was changed. */
    passwordPolicyUpdated: recorder.event<iamEvents.PasswordPolicyUpdated>("iam.password-policy.update"),
    /** An access policy was created: it ties access to conditions such as the caller's network. */
    accessPolicyCreated: recorder.event<iamEvents.AccessPolicyCreated>("iam.access-policy.create"),
    /** An access policy was changed. */
    accessPolicyUpdated: recorder.event<iamEvents.AccessPolicyUpdated>("iam.access-policy.update"),
    /** An access policy was deleted. */
    accessPolicyDeleted: recorder.event<iamEvents.AccessPolicyDeleted>("iam.access-policy.delete"),
    /** An access policy refused something because its condition was not met. */
    deniedByAccessPolicy: recorder.event<iamEvents.DeniedByAccessPolicy>("iam.access-policy.deny"),
    /** A permission was refused: a role is missing or a policy forbids it. */
    permissionDenied: recorder.event<iamEvents.PermissionDenied>("iam.permission.deny"),
    /** A role assignment reached its end: the platform took the role away. */
    roleAssignmentExpired: recorder.event<iamEvents.RoleAssignmentExpired>("iam.role-assignment.expire"),
    /** A session ended by itself: it was idle or open for too long. */
    sessionExpired: recorder.event<iamEvents.SessionExpired>("iam.session.expire"),
    /** The platform locked a user: after too many failed sign-ins in a row, or because there was none for a long time. */
    userAutoLocked: recorder.event<iamEvents.UserAutoLocked>("iam.user.auto-lock"),
    /** The platform rotated the certificate with which it signs what it asks of an identity provider. */
    identityProviderCertificateAutoRotated: recorder.event<iamEvents.IdentityProviderCertificateAutoRotated>(
      "iam.identity-provider.certificate.auto-rotate",
    ),
  },
  kms: {
    /** A key ring was created. */
    keyRingCreated: recorder.event<kmsEvents.KeyRingCreated>("kms.key-ring.create"),
    /** A key ring was deleted. */
    keyRingDeleted: recorder.event<kmsEvents.KeyRingDeleted>("kms.key-ring.delete"),
    /** A key was created. */
    keyCreated: recorder.event<kmsEvents.KeyCreated>("kms.key.create"),
    /** Key material of the customer was imported as a new version of a key. */
    keyImported: recorder.event<kmsEvents.KeyImported>("kms.key.import"),
    /** A key was rotated: a new version took over. */
    keyRotated: recorder.event<kmsEvents.KeyRotated>("kms.key.rotate"),
    /** Data was encrypted with a key. */
    dataEncrypted: recorder.event<kmsEvents.DataEncrypted>("kms.key.encrypt"),
    /** Data was decrypted with a key. */
    dataDecrypted: recorder.event<kmsEvents.DataDecrypted>("kms.key.decrypt"),
    /** Data was signed with a key. */
    dataSigned: recorder.event<kmsEvents.DataSigned>("kms.key.sign"),
    /** A signature was checked with a key. */
    signatureVerified: recorder.event<kmsEvents.SignatureVerified>("kms.key.verify"),
    /** The use of a key was refused because a policy disabled it. */
    keyUseDenied: recorder.event<kmsEvents.KeyUseDenied>("kms.key.deny"),
    /** A key was scheduled for deletion; it can be restored until its deletion period ends. */
    keyDeleted: recorder.event<kmsEvents.KeyDeleted>("kms.key.delete"),
    /** A key that was scheduled for deletion was restored. */
    keyRestored: recorder.event<kmsEvents.KeyRestored>("kms.key.restore"),
    /** A version of a key was enabled. */
    keyVersionEnabled: recorder.event<kmsEvents.KeyVersionEnabled>("kms.key-version.enable"),
    /** A version of a key was disabled: nothing can be decrypted or signed with it. */
    keyVersionDisabled: recorder.event<kmsEvents.KeyVersionDisabled>("kms.key-version.disable"),
    /** A version of a key was scheduled for destruction; it can be restored until its deletion period ends. */
    keyVersionDestroyed: recorder.event<kmsEvents.KeyVersionDestroyed>("kms.key-version.destroy"),
    /** A version of a key that was scheduled for destruction was restored. */
    keyVersionRestored: recorder.event<kmsEvents.KeyVersionRestored>("kms.key-version.restore"),
    /** A wrapping key was created: it protects key material on its way to an import. */
    wrappingKeyCreated: recorder.event<kmsEvents.WrappingKeyCreated>("kms.wrapping-key.create"),
    /** A wrapping key was deleted. */
    wrappingKeyDeleted: recorder.event<kmsEvents.WrappingKeyDeleted>("kms.wrapping-key.delete"),
    /** The platform rotated a key because its rotation period was over. */
    keyAutoRotated: recorder.event<kmsEvents.KeyAutoRotated>("kms.key.auto-rotate"),
    /** The deletion period of a key ended: the platform deleted it with all its versions. */
    keyDeletionEnded: recorder.event<kmsEvents.KeyDeletionEnded>("kms.key.delete.end"),
    /** The deletion period of a key's version ended: the platform destroyed its key material. */
    keyVersionDestructionEnded: recorder.event<kmsEvents.KeyVersionDestructionEnded>("kms.key-version.destroy.end"),
    /** A wrapping key reached its end: the platform deleted it. */
    wrappingKeyExpired: recorder.event<kmsEvents.WrappingKeyExpired>("kms.wrapping-key.expire"),
  },
  secretsManager: {
    /** A Secrets Manager instance was created. */
    instanceCreated: recorder.event<secretsManagerEvents.InstanceCreated>("secrets-manager.instance.create"),
    /** A Secrets Manager instance was renamed or protected with another KMS key. */
    instanceUpdated: recorder.event<secretsManagerEvents.InstanceUpdated>("secrets-manager.instance.update"),
    /** A Secrets Manager instance was deleted with all its secrets. */
    instanceDeleted: recorder.event<secretsManagerEvents.InstanceDeleted>("secrets-manager.instance.delete"),
    /** An address range was let into a Secrets Manager instance. */
    aclCreated: recorder.event<secretsManagerEvents.AclCreated>("secrets-manager.acl.create"),
    /** An ACL entry of a Secrets Manager instance was changed to another address range. */
    aclUpdated: recorder.event<secretsManagerEvents.AclUpdated>("secrets-manager.acl.update"),
    /** All ACL entries of a Secrets Manager instance were replaced. */
    instanceAclUpdated: recorder.event<secretsManagerEvents.InstanceAclUpdated>("secrets-manager.instance.acl.update"),
    /** An ACL entry of a Secrets Manager instance was deleted. */
    aclDeleted: recorder.event<secretsManagerEvents.AclDeleted>("secrets-manager.acl.delete"),
    /** Access to a Secrets Manager instance was refused because its ACL does not let the address in. */
    accessDeniedByAcl: recorder.event<secretsManagerEvents.AccessDeniedByAcl>("secrets-manager.acl.deny"),
    /** A user of a Secrets Manager instance was created. */
    userCreated: recorder.event<secretsManagerEvents.UserCreated>("secrets-manager.user.create"),
    /** A user of a Secrets Manager instance was changed. */
    userUpdated: recorder.event<secretsManagerEvents.UserUpdated>("secrets-manager.user.update"),
    /** A user of a Secrets Manager instance was deleted. */
    userDeleted: recorder.event<secretsManagerEvents.UserDeleted>("secrets-manager.user.delete"),
    /** A secret was read. */
    secretRead: recorder.event<secretsManagerEvents.SecretRead>("secrets-manager.secret.read"),
    /** A secret was written: a new version was stored. */
    secretWritten: recorder.event<secretsManagerEvents.SecretWritten>("secrets-manager.secret.write"),
    /** A secret or some of its versions were deleted. */
    secretDeleted: recorder.event<secretsManagerEvents.SecretDeleted>("secrets-manager.secret.delete"),
    /** The platform rotated a secret because its rotation period was over. */
    secretAutoRotated: recorder.event<secretsManagerEvents.SecretAutoRotated>("secrets-manager.secret.auto-rotate"),
  },
});
