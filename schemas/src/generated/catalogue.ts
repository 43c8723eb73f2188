// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { CatalogueDomain, CatalogueEvent } from "../catalogue.ts";

export type DomainName = 
  | "billing"
  | "compute"
  | "databases"
  | "membership"
  | "network"
  | "resource-manager"
  | "security"
  | "service-account"
  | "storage";

export type EventName = 
  | "membership.member.add"
  | "membership.member.remove"
  | "membership.role.create"
  | "membership.role.update"
  | "membership.role.delete"
  | "resource-manager.organization.create"
  | "resource-manager.organization.update"
  | "resource-manager.organization.labels.delete"
  | "resource-manager.organization.delete"
  | "resource-manager.folder.create"
  | "resource-manager.folder.update"
  | "resource-manager.folder.labels.delete"
  | "resource-manager.folder.delete"
  | "resource-manager.project.create"
  | "resource-manager.project.update"
  | "resource-manager.project.labels.delete"
  | "resource-manager.project.delete"
  | "service-account.account.create"
  | "service-account.account.delete"
  | "service-account.access-token.create"
  | "service-account.access-token.revoke"
  | "service-account.short-lived-access-token.issue"
  | "service-account.federated-identity-provider.create"
  | "service-account.federated-identity-provider.update"
  | "service-account.federated-identity-provider.delete"
  | "service-account.key.create"
  | "service-account.key.update"
  | "service-account.key.delete";

export const domains: readonly CatalogueDomain[] = [
  {
    "name": "billing",
    "title": "Billing",
    "owner": "billing",
    "about": "Billing accounts, payment, budgets.",
    "services": [
      {
        "name": "billing",
        "title": "Billing"
      }
    ]
  },
  {
    "name": "compute",
    "title": "Compute & Runtime",
    "owner": "runtime",
    "about": "Kubernetes clusters, servers, their networks and images.",
    "services": [
      {
        "name": "ske",
        "title": "Kubernetes Engine (SKE)"
      },
      {
        "name": "compute-engine",
        "title": "Compute Engine"
      }
    ]
  },
  {
    "name": "databases",
    "title": "Databases",
    "owner": "data-services",
    "about": "Managed databases: instances, users, backups.",
    "services": [
      {
        "name": "postgres-flex",
        "title": "PostgreSQL Flex"
      },
      {
        "name": "mongodb-flex",
        "title": "MongoDB Flex"
      },
      {
        "name": "mariadb",
        "title": "MariaDB"
      },
      {
        "name": "sqlserver-flex",
        "title": "SQLServer Flex"
      },
      {
        "name": "redis",
        "title": "Redis"
      }
    ]
  },
  {
    "name": "membership",
    "title": "Membership",
    "owner": "core-platform",
    "about": "Who belongs to an organization, folder or project, and in which role.",
    "services": [
      {
        "name": "membership",
        "title": "Membership"
      }
    ]
  },
  {
    "name": "network",
    "title": "Network",
    "owner": "network",
    "about": "Load balancers and DNS.",
    "services": [
      {
        "name": "load-balancer",
        "title": "Load Balancer"
      },
      {
        "name": "dns",
        "title": "DNS"
      }
    ]
  },
  {
    "name": "resource-manager",
    "title": "Resource Manager",
    "owner": "core-platform",
    "about": "Organizations, folders and projects.",
    "services": [
      {
        "name": "resource-manager",
        "title": "Resource Manager"
      }
    ]
  },
  {
    "name": "security",
    "title": "Security & Identity",
    "owner": "security",
    "about": "Roles and sign-in, keys, secrets.",
    "services": [
      {
        "name": "iam",
        "title": "IAM"
      },
      {
        "name": "kms",
        "title": "KMS"
      },
      {
        "name": "secrets-manager",
        "title": "Secrets Manager"
      }
    ]
  },
  {
    "name": "service-account",
    "title": "Service Account",
    "owner": "core-platform",
    "about": "Service accounts, their keys, tokens and federations.",
    "services": [
      {
        "name": "service-account",
        "title": "Service Account"
      }
    ]
  },
  {
    "name": "storage",
    "title": "Storage",
    "owner": "storage",
    "about": "Buckets and volumes.",
    "services": [
      {
        "name": "object-storage",
        "title": "Object Storage"
      },
      {
        "name": "block-storage",
        "title": "Block Storage"
      }
    ]
  }
];

export const events: readonly CatalogueEvent[] = [
  {
    "name": "membership.member.add",
    "domain": "membership",
    "service": "membership",
    "record": "audit.membership.MembersAdded",
    "about": "Members were added to an organization, folder or project.",
    "sentence": "{initiator} added members to {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "{scope}",
    "operations": [
      "authorization v2 AddMembers"
    ],
    "fields": [
      {
        "name": "members",
        "about": "Who was added, in which role.",
        "optional": false
      }
    ]
  },
  {
    "name": "membership.member.remove",
    "domain": "membership",
    "service": "membership",
    "record": "audit.membership.MembersRemoved",
    "about": "Members were removed from an organization, folder or project.",
    "sentence": "{initiator} removed members from {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "{scope}",
    "operations": [
      "authorization v2 RemoveMembers"
    ],
    "fields": [
      {
        "name": "members",
        "about": "Who was removed, from which role.",
        "optional": false
      },
      {
        "name": "forceRemove",
        "about": "True where the last owner could be removed too.",
        "optional": false
      }
    ]
  },
  {
    "name": "membership.role.create",
    "domain": "membership",
    "service": "membership",
    "record": "audit.membership.RoleCreated",
    "about": "A custom role was created.",
    "sentence": "{initiator} created the role {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "role",
    "operations": [
      "authorization v2 AddRole"
    ],
    "fields": [
      {
        "name": "roleId",
        "about": "Id of the new role.",
        "optional": false
      },
      {
        "name": "name",
        "about": "e.g. dev-team.",
        "optional": false
      },
      {
        "name": "description",
        "about": "What the role is for.",
        "optional": true
      },
      {
        "name": "permissions",
        "about": "Names of the permissions, e.g. iam.member.read.",
        "optional": false
      }
    ]
  },
  {
    "name": "membership.role.update",
    "domain": "membership",
    "service": "membership",
    "record": "audit.membership.RoleUpdated",
    "about": "A custom role was changed.",
    "sentence": "{initiator} changed the role {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "role",
    "operations": [
      "authorization v2 UpdateRole"
    ],
    "fields": [
      {
        "name": "roleId",
        "about": "Id of the role.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Name after the change.",
        "optional": false
      },
      {
        "name": "description",
        "about": "Description after the change.",
        "optional": true
      },
      {
        "name": "permissions",
        "about": "Names of the permissions after the change.",
        "optional": false
      }
    ]
  },
  {
    "name": "membership.role.delete",
    "domain": "membership",
    "service": "membership",
    "record": "audit.membership.RoleDeleted",
    "about": "A custom role was deleted.",
    "sentence": "{initiator} deleted the role {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "role",
    "operations": [
      "authorization v2 DeleteRole"
    ],
    "fields": [
      {
        "name": "roleId",
        "about": "Id of the deleted role.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.organization.create",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.OrganizationCreated",
    "about": "An organization was created.",
    "sentence": "{initiator} created the organization {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "organization",
    "operations": [],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Display name.",
        "optional": false
      },
      {
        "name": "labels",
        "about": "Labels set.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.organization.update",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.OrganizationUpdated",
    "about": "An organization was renamed or relabelled.",
    "sentence": "{initiator} changed the organization {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "organization",
    "operations": [
      "resource-manager v0 PartialUpdateOrganization"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "name",
        "about": "New display name; null where unchanged.",
        "optional": true
      },
      {
        "name": "labels",
        "about": "Labels after the change; null where unchanged.",
        "optional": true
      }
    ]
  },
  {
    "name": "resource-manager.organization.labels.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.OrganizationLabelsDeleted",
    "about": "Labels of an organization were deleted.",
    "sentence": "{initiator} deleted labels of the organization {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "organization",
    "operations": [
      "resource-manager v0 DeleteOrganizationLabels"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "keys",
        "about": "Keys of the deleted labels.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.organization.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.OrganizationDeleted",
    "about": "An organization was deleted.",
    "sentence": "{initiator} deleted the organization {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "organization",
    "operations": [],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.folder.create",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.FolderCreated",
    "about": "A folder was created.",
    "sentence": "{initiator} created the folder {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "folder",
    "operations": [
      "resource-manager v0 CreateFolder"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "containerParentId",
        "about": "Container id of the parent.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Display name.",
        "optional": false
      },
      {
        "name": "labels",
        "about": "Labels set.",
        "optional": false
      },
      {
        "name": "members",
        "about": "Subjects of the first members.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.folder.update",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.FolderUpdated",
    "about": "A folder was renamed, relabelled or moved.",
    "sentence": "{initiator} changed the folder {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "folder",
    "operations": [
      "resource-manager v0 PartialUpdateFolder"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "containerParentId",
        "about": "Container id of the new parent; null where it did not move.",
        "optional": true
      },
      {
        "name": "name",
        "about": "New display name; null where unchanged.",
        "optional": true
      },
      {
        "name": "labels",
        "about": "Labels after the change; null where unchanged.",
        "optional": true
      }
    ]
  },
  {
    "name": "resource-manager.folder.labels.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.FolderLabelsDeleted",
    "about": "Labels of a folder were deleted.",
    "sentence": "{initiator} deleted labels of the folder {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "folder",
    "operations": [
      "resource-manager v0 DeleteFolderLabels"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "keys",
        "about": "Keys of the deleted labels.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.folder.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.FolderDeleted",
    "about": "A folder was deleted.",
    "sentence": "{initiator} deleted the folder {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "folder",
    "operations": [
      "resource-manager v0 DeleteFolder"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.project.create",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.ProjectCreated",
    "about": "A project was created.",
    "sentence": "{initiator} created the project {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "project",
    "operations": [
      "resource-manager v0 CreateProject"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "containerParentId",
        "about": "Container id of the parent.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Display name.",
        "optional": false
      },
      {
        "name": "labels",
        "about": "Labels set.",
        "optional": false
      },
      {
        "name": "members",
        "about": "Subjects of the first members.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.project.update",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.ProjectUpdated",
    "about": "A project was renamed, relabelled or moved.",
    "sentence": "{initiator} changed the project {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "project",
    "operations": [
      "resource-manager v0 PartialUpdateProject"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "containerParentId",
        "about": "Container id of the new parent; null where it did not move.",
        "optional": true
      },
      {
        "name": "name",
        "about": "New display name; null where unchanged.",
        "optional": true
      },
      {
        "name": "labels",
        "about": "Labels after the change; null where unchanged.",
        "optional": true
      }
    ]
  },
  {
    "name": "resource-manager.project.labels.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.ProjectLabelsDeleted",
    "about": "Labels of a project were deleted.",
    "sentence": "{initiator} deleted labels of the project {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "project",
    "operations": [
      "resource-manager v0 DeleteProjectLabels"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      },
      {
        "name": "keys",
        "about": "Keys of the deleted labels.",
        "optional": false
      }
    ]
  },
  {
    "name": "resource-manager.project.delete",
    "domain": "resource-manager",
    "service": "resource-manager",
    "record": "audit.resource_manager.ProjectDeleted",
    "about": "A project was deleted.",
    "sentence": "{initiator} deleted the project {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "project",
    "operations": [
      "resource-manager v0 DeleteProject"
    ],
    "fields": [
      {
        "name": "containerId",
        "about": "The name that people use for it, e.g. my-project-173523.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.account.create",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.ServiceAccountCreated",
    "about": "A service account was created.",
    "sentence": "{initiator} created the service account {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account",
    "operations": [
      "service-account v2 CreateServiceAccount"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Prefix of the e-mail that was asked for.",
        "optional": true
      }
    ]
  },
  {
    "name": "service-account.account.delete",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.ServiceAccountDeleted",
    "about": "A service account was deleted.",
    "sentence": "{initiator} deleted the service account {resource}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account",
    "operations": [
      "service-account v2 DeleteServiceAccount"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.access-token.create",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.AccessTokenCreated",
    "about": "A long-lived access token was created.",
    "sentence": "{initiator} created an access token of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account-access-token",
    "operations": [
      "service-account v2 CreateAccessToken"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "accessTokenId",
        "about": "Id of the token, never the token.",
        "optional": false
      },
      {
        "name": "ttlDays",
        "about": "Days until it expires.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.access-token.revoke",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.AccessTokenRevoked",
    "about": "An access token was revoked.",
    "sentence": "{initiator} revoked an access token of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account-access-token",
    "operations": [
      "service-account v2 DeleteAccessToken"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "accessTokenId",
        "about": "Id of the token, never the token.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.short-lived-access-token.issue",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.ShortLivedAccessTokenIssued",
    "about": "A service account signed in: it obtained a short-lived access token.",
    "sentence": "{initiator} obtained a short-lived access token",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ACCESS",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account",
    "operations": [
      "service-account v2 CreateShortLivedAccessToken"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "grantType",
        "about": "OAuth 2.0 grant, e.g. urn:ietf:params:oauth:grant-type:jwt-bearer.",
        "optional": false
      },
      {
        "name": "keyId",
        "about": "Id of the key that signed the request; null where another proof was given.",
        "optional": true
      }
    ]
  },
  {
    "name": "service-account.federated-identity-provider.create",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.FederatedIdentityProviderCreated",
    "about": "A foreign identity provider was trusted to act as a service account.",
    "sentence": "{initiator} let a foreign identity provider act as {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "federated-identity-provider",
    "operations": [
      "service-account v2 CreateFederatedIdentityProvider"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "federationId",
        "about": "Id of the federation.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Display name.",
        "optional": true
      },
      {
        "name": "issuer",
        "about": "Issuer that is trusted.",
        "optional": true
      },
      {
        "name": "assertions",
        "about": "Conditions on a foreign token.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.federated-identity-provider.update",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.FederatedIdentityProviderUpdated",
    "about": "A federated identity provider was changed.",
    "sentence": "{initiator} changed the federated identity provider {resource} of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "federated-identity-provider",
    "operations": [
      "service-account v2 PartialUpdateServiceAccountFederatedIdentityProvider"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "federationId",
        "about": "Id of the federation.",
        "optional": false
      },
      {
        "name": "name",
        "about": "Display name after the change.",
        "optional": true
      },
      {
        "name": "issuer",
        "about": "Issuer after the change.",
        "optional": true
      },
      {
        "name": "assertions",
        "about": "Conditions after the change.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.federated-identity-provider.delete",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.FederatedIdentityProviderDeleted",
    "about": "A federated identity provider was deleted.",
    "sentence": "{initiator} deleted the federated identity provider {resource} of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "federated-identity-provider",
    "operations": [
      "service-account v2 DeleteServiceFederatedIdentityProvider"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "federationId",
        "about": "Id of the federation.",
        "optional": false
      }
    ]
  },
  {
    "name": "service-account.key.create",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.KeyCreated",
    "about": "A key of a service account was created.",
    "sentence": "{initiator} created a key of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account-key",
    "operations": [
      "service-account v2 CreateServiceAccountKey"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "keyId",
        "about": "Id of the key, never the key.",
        "optional": false
      },
      {
        "name": "algorithm",
        "about": "e.g. RSA_2048.",
        "optional": false
      },
      {
        "name": "validUntil",
        "about": "When it ends, milliseconds UTC; null: never.",
        "optional": true
      }
    ]
  },
  {
    "name": "service-account.key.update",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.KeyUpdated",
    "about": "A key of a service account was changed.",
    "sentence": "{initiator} changed a key of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account-key",
    "operations": [
      "service-account v2 PartialUpdateServiceAccountKey"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "keyId",
        "about": "Id of the key.",
        "optional": false
      },
      {
        "name": "active",
        "about": "Whether it may be used; null where unchanged.",
        "optional": true
      },
      {
        "name": "validUntil",
        "about": "When it ends, milliseconds UTC; null: never.",
        "optional": true
      }
    ]
  },
  {
    "name": "service-account.key.delete",
    "domain": "service-account",
    "service": "service-account",
    "record": "audit.service_account.KeyDeleted",
    "about": "A key of a service account was deleted.",
    "sentence": "{initiator} deleted a key of {details.serviceAccountEmail}",
    "eventType": "ADMIN_ACTIVITY",
    "category": "ADMINISTRATIVE",
    "owner": "core-platform",
    "since": "1.0",
    "version": "1.0",
    "resourceType": "service-account-key",
    "operations": [
      "service-account v2 DeleteServiceAccountKey"
    ],
    "fields": [
      {
        "name": "serviceAccountEmail",
        "about": "E-mail of the service account.",
        "optional": false
      },
      {
        "name": "keyId",
        "about": "Id of the key.",
        "optional": false
      }
    ]
  }
];
