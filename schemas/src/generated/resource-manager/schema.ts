// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { AvroRecord } from "../../avro-schema.ts";

export const schema: AvroRecord = {
 "type": "record",
 "name": "Event",
 "namespace": "audit.resource_manager",
 "doc": "An audit event of the domain resource-manager.",
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
     "name": "OrganizationCreated",
     "namespace": "audit.resource_manager",
     "doc": "An organization was created.",
     "eventName": "resource-manager.organization.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "organization",
     "operations": [],
     "sentence": "{initiator} created the organization {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Display name.",
       "type": "string"
      },
      {
       "name": "labels",
       "doc": "Labels set.",
       "type": {
        "type": "map",
        "values": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "OrganizationUpdated",
     "namespace": "audit.resource_manager",
     "doc": "An organization was renamed or relabelled.",
     "eventName": "resource-manager.organization.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "organization",
     "operations": [
      "resource-manager v0 PartialUpdateOrganization"
     ],
     "sentence": "{initiator} changed the organization {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "New display name; null where unchanged.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "labels",
       "doc": "Labels after the change; null where unchanged.",
       "type": [
        "null",
        {
         "type": "map",
         "values": "string"
        }
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "OrganizationLabelsDeleted",
     "namespace": "audit.resource_manager",
     "doc": "Labels of an organization were deleted.",
     "eventName": "resource-manager.organization.labels.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "organization",
     "operations": [
      "resource-manager v0 DeleteOrganizationLabels"
     ],
     "sentence": "{initiator} deleted labels of the organization {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "keys",
       "doc": "Keys of the deleted labels.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "OrganizationDeleted",
     "namespace": "audit.resource_manager",
     "doc": "An organization was deleted.",
     "eventName": "resource-manager.organization.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "organization",
     "operations": [],
     "sentence": "{initiator} deleted the organization {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      }
     ]
    },
    {
     "type": "record",
     "name": "FolderCreated",
     "namespace": "audit.resource_manager",
     "doc": "A folder was created.",
     "eventName": "resource-manager.folder.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "folder",
     "operations": [
      "resource-manager v0 CreateFolder"
     ],
     "sentence": "{initiator} created the folder {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "containerParentId",
       "doc": "Container id of the parent.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Display name.",
       "type": "string"
      },
      {
       "name": "labels",
       "doc": "Labels set.",
       "type": {
        "type": "map",
        "values": "string"
       }
      },
      {
       "name": "members",
       "doc": "Subjects of the first members.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "FolderUpdated",
     "namespace": "audit.resource_manager",
     "doc": "A folder was renamed, relabelled or moved.",
     "eventName": "resource-manager.folder.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "folder",
     "operations": [
      "resource-manager v0 PartialUpdateFolder"
     ],
     "sentence": "{initiator} changed the folder {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "containerParentId",
       "doc": "Container id of the new parent; null where it did not move.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "name",
       "doc": "New display name; null where unchanged.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "labels",
       "doc": "Labels after the change; null where unchanged.",
       "type": [
        "null",
        {
         "type": "map",
         "values": "string"
        }
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "FolderLabelsDeleted",
     "namespace": "audit.resource_manager",
     "doc": "Labels of a folder were deleted.",
     "eventName": "resource-manager.folder.labels.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "folder",
     "operations": [
      "resource-manager v0 DeleteFolderLabels"
     ],
     "sentence": "{initiator} deleted labels of the folder {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "keys",
       "doc": "Keys of the deleted labels.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "FolderDeleted",
     "namespace": "audit.resource_manager",
     "doc": "A folder was deleted.",
     "eventName": "resource-manager.folder.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "folder",
     "operations": [
      "resource-manager v0 DeleteFolder"
     ],
     "sentence": "{initiator} deleted the folder {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      }
     ]
    },
    {
     "type": "record",
     "name": "ProjectCreated",
     "namespace": "audit.resource_manager",
     "doc": "A project was created.",
     "eventName": "resource-manager.project.create",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "project",
     "operations": [
      "resource-manager v0 CreateProject"
     ],
     "sentence": "{initiator} created the project {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "containerParentId",
       "doc": "Container id of the parent.",
       "type": "string"
      },
      {
       "name": "name",
       "doc": "Display name.",
       "type": "string"
      },
      {
       "name": "labels",
       "doc": "Labels set.",
       "type": {
        "type": "map",
        "values": "string"
       }
      },
      {
       "name": "members",
       "doc": "Subjects of the first members.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "ProjectUpdated",
     "namespace": "audit.resource_manager",
     "doc": "A project was renamed, relabelled or moved.",
     "eventName": "resource-manager.project.update",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "project",
     "operations": [
      "resource-manager v0 PartialUpdateProject"
     ],
     "sentence": "{initiator} changed the project {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "containerParentId",
       "doc": "Container id of the new parent; null where it did not move.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "name",
       "doc": "New display name; null where unchanged.",
       "type": [
        "null",
        "string"
       ],
       "default": null
      },
      {
       "name": "labels",
       "doc": "Labels after the change; null where unchanged.",
       "type": [
        "null",
        {
         "type": "map",
         "values": "string"
        }
       ],
       "default": null
      }
     ]
    },
    {
     "type": "record",
     "name": "ProjectLabelsDeleted",
     "namespace": "audit.resource_manager",
     "doc": "Labels of a project were deleted.",
     "eventName": "resource-manager.project.labels.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "project",
     "operations": [
      "resource-manager v0 DeleteProjectLabels"
     ],
     "sentence": "{initiator} deleted labels of the project {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      },
      {
       "name": "keys",
       "doc": "Keys of the deleted labels.",
       "type": {
        "type": "array",
        "items": "string"
       }
      }
     ]
    },
    {
     "type": "record",
     "name": "ProjectDeleted",
     "namespace": "audit.resource_manager",
     "doc": "A project was deleted.",
     "eventName": "resource-manager.project.delete",
     "eventType": "ADMIN_ACTIVITY",
     "category": "ADMINISTRATIVE",
     "owner": "core-platform",
     "since": "1.0",
     "version": "1.0",
     "resourceType": "project",
     "operations": [
      "resource-manager v0 DeleteProject"
     ],
     "sentence": "{initiator} deleted the project {resource}",
     "fields": [
      {
       "name": "containerId",
       "doc": "The name that people use for it, e.g. my-project-173523.",
       "type": "string"
      }
     ]
    }
   ]
  }
 ]
};
