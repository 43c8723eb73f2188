// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { AvroRecord } from "../../avro-schema.ts";

export const schema: AvroRecord = {
 "type": "record",
 "name": "Event",
 "namespace": "audit.service_account",
 "doc": "An audit event of the domain service-account.",
 "fields": [
  {
   "name": "id",
   "doc": "UUIDv7, made when the event is recorded: the identity of the event for ever, also across retries and replays.",
   "type": {
    "type": "fixed",
    "name": "EventId",
    "size": 16,
    "logicalType": "uuid",
    "namespace": "audit"
   }
  },
  {
   "name": "eventTime",
   "doc": "When it happened, milliseconds UTC.",
   "type": {
    "type": "long",
    "logicalType": "timestamp-millis"
   }
  },
  {
   "name": "eventVersion",
   "doc": "major.minor of the event's detail record.",
   "type": "string"
  },
  {
   "name": "eventName",
   "doc": "<service>.<resource>[.<sub>].<verb>, e.g. membership.member.add.",
   "type": "string"
  },
  {
   "name": "eventType",
   "doc": "As published by the API.",
   "type": {
    "type": "enum",
    "name": "EventType",
    "symbols": [
     "ADMIN_ACTIVITY",
     "SYSTEM_EVENT",
     "POLICY_DENIED"
    ],
    "default": "ADMIN_ACTIVITY",
    "namespace": "audit"
   }
  },
  {
   "name": "category",
   "doc": "ACCESS: something secret or protected was read or used; else ADMINISTRATIVE.",
   "type": {
    "type": "enum",
    "name": "Category",
    "symbols": [
     "ADMINISTRATIVE",
     "ACCESS"
    ],
    "default": "ADMINISTRATIVE",
    "namespace": "audit"
   }
  },
  {
   "name": "severity",
   "doc": "As published by the API.",
   "type": {
    "type": "enum",
    "name": "Severity",
    "symbols": [
     "INFO",
     "ERROR"
    ],
    "default": "INFO",
    "namespace": "audit"
   }
  },
  {
   "name": "visibility",
   "doc": "PRIVATE events are for the platform's operators only.",
   "type": {
    "type": "enum",
    "name": "Visibility",
    "symbols": [
     "PUBLIC",
     "PRIVATE"
    ],
    "default": "PUBLIC",
    "namespace": "audit"
   }
  },
  {
   "name": "eventSource",
   "doc": "The service in which it happened, e.g. resource-manager.",
   "type": "string"
  },
  {
   "name": "region",
   "doc": "Region that emitted the event, e.g. eu01, or global.",
   "type": "string"
  },
  {
   "name": "scope",
   "doc": "The organization, folder or project that the event belongs to.",
   "type": {
    "type": "record",
    "name": "Scope",
    "fields": [
     {
      "name": "type",
      "type": {
       "type": "enum",
       "name": "ScopeType",
       "symbols": [
        "ORGANIZATION",
        "FOLDER",
        "PROJECT"
       ],
       "default": "PROJECT",
       "namespace": "audit"
      }
     },
     {
      "name": "id",
      "type": "string"
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "context",
   "doc": "What the producer knows of the scope's ancestors; the worker fills in the rest.",
   "type": {
    "type": "record",
    "name": "Context",
    "fields": [
     {
      "name": "organizationId",
      "type": [
       "null",
       "string"
      ],
      "default": null
     },
     {
      "name": "folderId",
      "type": [
       "null",
       "string"
      ],
      "default": null
     },
     {
      "name": "projectId",
      "type": [
       "null",
       "string"
      ],
      "default": null
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "initiator",
   "doc": "Who started it.",
   "type": {
    "type": "record",
    "name": "Initiator",
    "fields": [
     {
      "name": "kind",
      "type": {
       "type": "enum",
       "name": "InitiatorKind",
       "symbols": [
        "USER",
        "SERVICE_ACCOUNT",
        "SYSTEM"
       ],
       "default": "SYSTEM",
       "namespace": "audit"
      }
     },
     {
      "name": "id",
      "type": "string"
     },
     {
      "name": "email",
      "type": [
       "null",
       "string"
      ],
      "default": null
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "delegation",
   "doc": "On whose behalf a service account acted: the nearest principal first.",
   "type": {
    "type": "array",
    "items": {
     "type": "record",
     "name": "Principal",
     "fields": [
      {
       "name": "id",
       "type": "string"
      },
      {
       "name": "email",
       "type": [
        "null",
        "string"
       ],
       "default": null
      }
     ],
     "namespace": "audit"
    }
   },
   "default": []
  },
  {
   "name": "request",
   "doc": "The request that caused the event. Free-form parts are JSON text of at most 64 KiB, secrets redacted.",
   "type": [
    "null",
    {
     "type": "record",
     "name": "Request",
     "fields": [
      {
       "name": "endpoint",
       "doc": "Path that received the request, e.g. /v2/projects.",
       "type": "string"
      },
      {
       "name": "method",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "headers",
       "type": {
        "type": "map",
        "values": "string"
       },
       "default": {}
      },
      {
       "name": "parameters",
       "doc": "JSON object as text.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "body",
       "doc": "JSON object as text.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      }
     ],
     "namespace": "audit"
    }
   ],
   "default": null
  },
  {
   "name": "sourceIpAddress",
   "doc": "IPv4 or IPv6; null for the platform itself.",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "userAgent",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "resource",
   "doc": "What it was done to.",
   "type": {
    "type": "record",
    "name": "Resource",
    "fields": [
     {
      "name": "type",
      "doc": "e.g. project, service-account-key.",
      "type": "string"
     },
     {
      "name": "id",
      "type": "string"
     },
     {
      "name": "name",
      "type": [
       "null",
       "string"
      ],
      "default": null
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "outcome",
   "type": {
    "type": "record",
    "name": "Outcome",
    "fields": [
     {
      "name": "result",
      "type": {
       "type": "enum",
       "name": "OutcomeResult",
       "symbols": [
        "SUCCESS",
        "FAILURE",
        "DENIED"
       ],
       "default": "SUCCESS",
       "namespace": "audit"
      }
     },
     {
      "name": "statusCode",
      "doc": "HTTP status that the caller saw.",
      "type": [
       "null",
       "int"
      ],
      "default": null
     },
     {
      "name": "message",
      "type": [
       "null",
       "string"
      ],
      "default": null
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "correlationId",
   "doc": "Identifies the request from the caller's point of view.",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "operationId",
   "doc": "Joins the start and the end of one long operation.",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "traceparent",
   "doc": "W3C trace context.",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "result",
   "doc": "The change that came of it: a JSON object as text.",
   "type": [
    "null",
    "string"
   ],
   "default": null
  },
  {
   "name": "producer",
   "doc": "Who sent the event; a gap in sequence is a lost event.",
   "type": {
    "type": "record",
    "name": "Producer",
    "fields": [
     {
      "name": "id",
      "doc": "One per producer instance (per process start).",
      "type": "string"
     },
     {
      "name": "sequence",
      "doc": "Grows by one per event of this producer instance, from 1.",
      "type": "long"
     }
    ],
    "namespace": "audit"
   }
  },
  {
   "name": "truncations",
   "doc": "One mark per part that the SDK cut.",
   "type": {
    "type": "array",
    "items": {
     "type": "record",
     "name": "Truncation",
     "fields": [
      {
       "name": "part",
       "doc": "e.g. request.body.",
       "type": "string"
      },
      {
       "name": "originalBytes",
       "doc": "UTF-8 bytes before the cut.",
       "type": "long"
      }
     ],
     "namespace": "audit"
    }
   },
   "default": []
  },
  {
   "name": "details",
   "doc": "The event's own typed part.",
   "type": [
    {
     "type": "record",
     "name": "ServiceAccountCreated",
     "namespace": "audit.service_account",
     "doc": "A service account was created.",
     "eventName": "service-account.account.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account",
     "operations": [
      "service-account v2 CreateServiceAccount"
     ],
     "sentence": "{initiator} created the service account {resource}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Prefix of the e-mail that was asked for.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "ServiceAccountDeleted",
     "namespace": "audit.service_account",
     "doc": "A service account was deleted.",
     "eventName": "service-account.account.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account",
     "operations": [
      "service-account v2 DeleteServiceAccount"
     ],
     "sentence": "{initiator} deleted the service account {resource}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      }
     ]
    },
    {
     "type": "record",
     "name": "AccessTokenCreated",
     "namespace": "audit.service_account",
     "doc": "A long-lived access token was created.",
     "eventName": "service-account.access-token.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account-access-token",
     "operations": [
      "service-account v2 CreateAccessToken"
     ],
     "sentence": "{initiator} created an access token of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "accessTokenId",
       "doc": "Id of the token, never the token.",
       "type": "string"
      },
      {
       "name": "ttlDays",
       "doc": "Days until it expires.",
       "type": "int"
      }
     ]
    },
    {
     "type": "record",
     "name": "AccessTokenRevoked",
     "namespace": "audit.service_account",
     "doc": "An access token was revoked.",
     "eventName": "service-account.access-token.revoke",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account-access-token",
     "operations": [
      "service-account v2 DeleteAccessToken"
     ],
     "sentence": "{initiator} revoked an access token of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "accessTokenId",
       "doc": "Id of the token, never the token.",
       "type": "string"
      }
     ]
    },
    {
     "type": "record",
     "name": "ShortLivedAccessTokenIssued",
     "namespace": "audit.service_account",
     "doc": "A service account signed in: it obtained a short-lived access token.",
     "eventName": "service-account.short-lived-access-token.issue",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ACCESS",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account",
     "operations": [
      "service-account v2 CreateShortLivedAccessToken"
     ],
     "sentence": "{initiator} obtained a short-lived access token",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "grantType",
       "doc": "OAuth 2.0 grant, e.g. urn:ietf:params:oauth:grant-type:jwt-bearer.",
       "type": "string"
      },
      {
       "name": "keyId",
       "doc": "Id of the key that signed the request; null where another proof was given.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "FederatedIdentityProviderCreated",
     "namespace": "audit.service_account",
     "doc": "A foreign identity provider was trusted to act as a service account.",
     "eventName": "service-account.federated-identity-provider.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "federated-identity-provider",
     "operations": [
      "service-account v2 CreateFederatedIdentityProvider"
     ],
     "sentence": "{initiator} let a foreign identity provider act as {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "federationId",
       "doc": "Id of the federation.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Display name.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "issuer",
       "doc": "Issuer that is trusted.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "assertions",
       "doc": "Conditions on a foreign token.",
       "type": {
        "type": "array",
        "items": {
         "type": "record",
         "name": "Assertion",
         "namespace": "audit.service_account",
         "fields": [
          {
           "name": "item",
           "doc": "Claim that is compared, e.g. sub.",
           "type": "string"
          },
          {
           "name": "operator",
           "doc": "e.g. equals.",
           "type": "string"
          },
          {
           "name": "value",
           "doc": "Expected value.",
           "type": "string"
          }
         ]
        }
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "FederatedIdentityProviderUpdated",
     "namespace": "audit.service_account",
     "doc": "A federated identity provider was changed.",
     "eventName": "service-account.federated-identity-provider.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "federated-identity-provider",
     "operations": [
      "service-account v2 PartialUpdateServiceAccountFederatedIdentityProvider"
     ],
     "sentence": "{initiator} changed the federated identity provider {resource} of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "federationId",
       "doc": "Id of the federation.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Display name after the change.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "issuer",
       "doc": "Issuer after the change.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "assertions",
       "doc": "Conditions after the change.",
       "type": {
        "type": "array",
        "items": "audit.service_account.Assertion"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "FederatedIdentityProviderDeleted",
     "namespace": "audit.service_account",
     "doc": "A federated identity provider was deleted.",
     "eventName": "service-account.federated-identity-provider.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "federated-identity-provider",
     "operations": [
      "service-account v2 DeleteServiceFederatedIdentityProvider"
     ],
     "sentence": "{initiator} deleted the federated identity provider {resource} of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "federationId",
       "doc": "Id of the federation.",
       "type": "string"
      }
     ]
    },
    {
     "type": "record",
     "name": "KeyCreated",
     "namespace": "audit.service_account",
     "doc": "A key of a service account was created.",
     "eventName": "service-account.key.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account-key",
     "operations": [
      "service-account v2 CreateServiceAccountKey"
     ],
     "sentence": "{initiator} created a key of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "keyId",
       "doc": "Id of the key, never the key.",
       "type": "string"
      },
      {
       "name": "algorithm",
       "doc": "e.g. RSA_2048.",
       "type": "string"
      },
      {
       "name": "validUntil",
       "doc": "When it ends, milliseconds UTC; null: never.",
       "type": [
        "null",
        {
         "type": "long",
         "logicalType": "timestamp-millis"
        }
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "KeyUpdated",
     "namespace": "audit.service_account",
     "doc": "A key of a service account was changed.",
     "eventName": "service-account.key.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account-key",
     "operations": [
      "service-account v2 PartialUpdateServiceAccountKey"
     ],
     "sentence": "{initiator} changed a key of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "keyId",
       "doc": "Id of the key.",
       "type": "string"
      },
      {
       "name": "active",
       "doc": "Whether it may be used; null where unchanged.",
       "type": [
        "null",
        "boolean"
       ],
       "default": null
      },
      {
       "name": "validUntil",
       "doc": "When it ends, milliseconds UTC; null: never.",
       "type": [
        "null",
        {
         "type": "long",
         "logicalType": "timestamp-millis"
        }
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "KeyDeleted",
     "namespace": "audit.service_account",
     "doc": "A key of a service account was deleted.",
     "eventName": "service-account.key.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "service-account-key",
     "operations": [
      "service-account v2 DeleteServiceAccountKey"
     ],
     "sentence": "{initiator} deleted a key of {details.serviceAccountEmail}",
     "fields": [
      {
       "name": "serviceAccountEmail",
       "doc": "E-mail of the service account.",
       "type": "string"
      },
      {
       "name": "keyId",
       "doc": "Id of the key.",
       "type": "string"
      }
     ]
    }
   ]
  }
 ]
};
