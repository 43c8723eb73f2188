// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as serviceAccountEvents from "@audit-log/schemas/service-account/service-account";

/** Service Account: Service accounts, their keys, tokens and federations. */
export const serviceAccount = (recorder: Pick<Recorder, "event">) => ({
  serviceAccount: {
    /** A service account was created. */
    serviceAccountCreated: recorder.event<serviceAccountEvents.ServiceAccountCreated>("service-account.account.create"),
    /** A service account was deleted. */
    serviceAccountDeleted: recorder.event<serviceAccountEvents.ServiceAccountDeleted>("service-account.account.delete"),
    /** A long-lived access token was created. */
    accessTokenCreated: recorder.event<serviceAccountEvents.AccessTokenCreated>("service-account.access-token.create"),
    /** An access token was revoked. */
    accessTokenRevoked: recorder.event<serviceAccountEvents.AccessTokenRevoked>("service-account.access-token.revoke"),
    /** A service account signed in: it obtained a short-lived access token. */
    shortLivedAccessTokenIssued: recorder.event<serviceAccountEvents.ShortLivedAccessTokenIssued>(
      "service-account.short-lived-access-token.issue",
    ),
    /** A foreign identity provider was trusted to act as a service account. */
    federatedIdentityProviderCreated: recorder.event<serviceAccountEvents.FederatedIdentityProviderCreated>(
      "service-account.federated-identity-provider.create",
    ),
    /** A federated identity provider was changed. */
    federatedIdentityProviderUpdated: recorder.event<serviceAccountEvents.FederatedIdentityProviderUpdated>(
      "service-account.federated-identity-provider.update",
    ),
    /** A federated identity provider was deleted. */
    federatedIdentityProviderDeleted: recorder.event<serviceAccountEvents.FederatedIdentityProviderDeleted>(
      "service-account.federated-identity-provider.delete",
    ),
    /** A key of a service account was created. */
    keyCreated: recorder.event<serviceAccountEvents.KeyCreated>("service-account.key.create"),
    /** A key of a service account was changed. */
    keyUpdated: recorder.event<serviceAccountEvents.KeyUpdated>("service-account.key.update"),
    /** A key of a service account was deleted. */
    keyDeleted: recorder.event<serviceAccountEvents.KeyDeleted>("service-account.key.delete"),
  },
});
