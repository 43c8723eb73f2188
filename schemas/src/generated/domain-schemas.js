// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import billing from "./billing/schema.json" with { type: "json" };
import compute from "./compute/schema.json" with { type: "json" };
import databases from "./databases/schema.json" with { type: "json" };
import membership from "./membership/schema.json" with { type: "json" };
import network from "./network/schema.json" with { type: "json" };
import resourceManager from "./resource-manager/schema.json" with { type: "json" };
import security from "./security/schema.json" with { type: "json" };
import serviceAccount from "./service-account/schema.json" with { type: "json" };
import storage from "./storage/schema.json" with { type: "json" };

export const envelopeSchema = {
 "type": "record",
 "name": "Event",
 "namespace": "audit",
 "doc": "What every event carries, whatever its service. A domain's schema is this envelope plus `details`, a union of the domain's detail records.",
 "fields": [
  {
   "name": "id",
   "doc": "UUIDv7, made when the event is recorded: the identity of the event for ever, also across retries and replays.",
   "type": {
    "type": "fixed",
    "name": "EventId",
    "size": 16,
    "logicalType": "uuid"
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
    "default": "ADMIN_ACTIVITY"
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
    "default": "ADMINISTRATIVE"
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
    "default": "INFO"
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
    "default": "PUBLIC"
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
       "default": "PROJECT"
      }
     },
     {
      "name": "id",
      "type": "string"
     }
    ]
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
    ]
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
       "default": "SYSTEM"
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
    ]
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
     ]
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
     ]
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
    ]
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
       "default": "SUCCESS"
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
    ]
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
    ]
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
     ]
    }
   },
   "default": []
  }
 ]
};

export const domainSchemas = {
  "billing": billing,
  "compute": compute,
  "databases": databases,
  "membership": membership,
  "network": network,
  "resource-manager": resourceManager,
  "security": security,
  "service-account": serviceAccount,
  "storage": storage,
};
