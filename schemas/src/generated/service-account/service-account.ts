// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A service account was created. */
export interface ServiceAccountCreated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Prefix of the e-mail that was asked for. */
  name?: string | null | undefined;
}

/** A service account was deleted. */
export interface ServiceAccountDeleted {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
}

/** A long-lived access token was created. */
export interface AccessTokenCreated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the token, never the token. */
  accessTokenId: string;
  /** Days until it expires. */
  ttlDays: number;
}

/** An access token was revoked. */
export interface AccessTokenRevoked {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the token, never the token. */
  accessTokenId: string;
}

/** A service account signed in: it obtained a short-lived access token. */
export interface ShortLivedAccessTokenIssued {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** OAuth 2.0 grant, e.g. urn:ietf:params:oauth:grant-type:jwt-bearer. */
  grantType: string;
  /** Id of the key that signed the request; null where another proof was given. */
  keyId?: string | null | undefined;
}

/** A foreign identity provider was trusted to act as a service account. */
export interface FederatedIdentityProviderCreated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the federation. */
  federationId: string;
  /** Display name. */
  name?: string | null | undefined;
  /** Issuer that is trusted. */
  issuer?: string | null | undefined;
  /** Conditions on a foreign token. */
  assertions: Assertion[];
}

export interface Assertion {
  /** Claim that is compared, e.g. sub. */
  item: string;
  /** e.g. equals. */
  operator: string;
  /** Expected value. */
  value: string;
}

/** A federated identity provider was changed. */
export interface FederatedIdentityProviderUpdated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the federation. */
  federationId: string;
  /** Display name after the change. */
  name?: string | null | undefined;
  /** Issuer after the change. */
  issuer?: string | null | undefined;
  /** Conditions after the change. */
  assertions: Assertion[];
}

/** A federated identity provider was deleted. */
export interface FederatedIdentityProviderDeleted {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the federation. */
  federationId: string;
}

/** A key of a service account was created. */
export interface KeyCreated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the key, never the key. */
  keyId: string;
  /** e.g. RSA_2048. */
  algorithm: string;
  /** When it ends, milliseconds UTC; null: never. */
  validUntil?: number | null | undefined;
}

/** A key of a service account was changed. */
export interface KeyUpdated {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the key. */
  keyId: string;
  /** Whether it may be used; null where unchanged. */
  active?: boolean | null | undefined;
  /** When it ends, milliseconds UTC; null: never. */
  validUntil?: number | null | undefined;
}

/** A key of a service account was deleted. */
export interface KeyDeleted {
  /** E-mail of the service account. */
  serviceAccountEmail: string;
  /** Id of the key. */
  keyId: string;
}
