// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { AvroRecord } from "../../avro-schema.ts";

export const schema: AvroRecord = {
 "type": "record",
 "name": "Event",
 "namespace": "audit.membership",
 "doc": "An audit event of the domain membership.",
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
     "name": "MembersAdded",
     "namespace": "audit.membership",
     "doc": "Members were added to an organization, folder or project.",
     "eventName": "membership.member.add",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "{scope}",
     "operations": [
      "authorization v2 AddMembers"
     ],
     "sentence": "{initiator} added members to {resource}",
     "fields": [
      {
       "name": "members",
       "doc": "Who was added, in which role.",
       "type": {
        "type": "array",
        "items": {
         "type": "record",
         "name": "Member",
         "namespace": "audit.membership",
         "fields": [
          {
           "name": "subject",
           "doc": "E-mail of a user or service account.",
           "type": "string"
          },
          {
           "name": "role",
           "doc": "e.g. owner.",
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
     "name": "MembersRemoved",
     "namespace": "audit.membership",
     "doc": "Members were removed from an organization, folder or project.",
     "eventName": "membership.member.remove",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "{scope}",
     "operations": [
      "authorization v2 RemoveMembers"
     ],
     "sentence": "{initiator} removed members from {resource}",
     "fields": [
      {
       "name": "members",
       "doc": "Who was removed, from which role.",
       "type": {
        "type": "array",
        "items": "audit.membership.Member"
       }
      },
      {
       "name": "forceRemove",
       "doc": "True where the last owner could be removed too.",
       "type": "boolean"
      }
     ]
    },
    {
     "type": "record",
     "name": "RoleCreated",
     "namespace": "audit.membership",
     "doc": "A custom role was created.",
     "eventName": "membership.role.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "role",
     "operations": [
      "authorization v2 AddRole"
     ],
     "sentence": "{initiator} created the role {resource}",
     "fields": [
      {
       "name": "roleId",
       "doc": "Id of the new role.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "e.g. dev-team.",
       "type": "string"
      },
      {
       "name": "description",
       "doc": "What the role is for.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "permissions",
       "doc": "Names of the permissions, e.g. iam.member.read.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "RoleUpdated",
     "namespace": "audit.membership",
     "doc": "A custom role was changed.",
     "eventName": "membership.role.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "role",
     "operations": [
      "authorization v2 UpdateRole"
     ],
     "sentence": "{initiator} changed the role {resource}",
     "fields": [
      {
       "name": "roleId",
       "doc": "Id of the role.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Name after the change.",
       "type": "string"
      },
      {
       "name": "description",
       "doc": "Description after the change.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "permissions",
       "doc": "Names of the permissions after the change.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "RoleDeleted",
     "namespace": "audit.membership",
     "doc": "A custom role was deleted.",
     "eventName": "membership.role.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "role",
     "operations": [
      "authorization v2 DeleteRole"
     ],
     "sentence": "{initiator} deleted the role {resource}",
     "fields": [
      {
       "name": "roleId",
       "doc": "Id of the deleted role.",
       "type": "string"
      }
     ]
    }
   ]
  }
 ]
};
