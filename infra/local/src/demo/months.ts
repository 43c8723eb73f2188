// The ninety days before: an organization is set up, people and service accounts come and go.
import { DAY_MS } from "@audit-log/schemas";
import {
  ANNA,
  BEN,
  CHIARA,
  DEPLOYER,
  METRICS,
  ORGANIZATION,
  PLATFORM,
  PROJECTS,
  SANDBOX,
  SHOP,
  CHECKOUT,
  type Folder,
} from "./cast.ts";
import {
  byPerson,
  byPlatform,
  failure,
  hex,
  inFolder,
  inOrganization,
  inProject,
  success,
  tell,
  type StoryEvent,
} from "./telling.ts";

/** Shortly inside the 90 days, so that a story told yesterday is still whole today. */
const FOUNDED_DAYS_AGO = 86;
const MINUTE_MS = 60_000;

export function foundation(now: number): StoryEvent[] {
  const start = now - FOUNDED_DAYS_AGO * DAY_MS;
  const founded = tell(start, (sdk) => sdk.resourceManager.organizationCreated, {
    ...inOrganization(),
    ...byPlatform("onboarding"),
    resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
    details: { containerId: ORGANIZATION.containerId, name: ORGANIZATION.name, labels: {} },
  });
  const folders = [SHOP, PLATFORM].map((folder, index) =>
    folderCreated(start + (index + 1) * 5 * MINUTE_MS, folder, index),
  );
  const projects = PROJECTS.map((project, index) =>
    tell(start + (index + 4) * 5 * MINUTE_MS, (sdk) => sdk.resourceManager.projectCreated, {
      ...inProject(project),
      ...byPerson(ANNA, "POST /v2/projects", 20 + index, {
        body: {
          containerParentId: project.folder.containerId,
          labels: { billingReference: "T-0012345B" },
          members: [{ subject: ANNA.email, role: "owner" }],
          name: project.name,
        },
        outcome: success(201),
      }),
      resource: { id: project.id, name: project.name },
      operationId: `op-${hex(20 + index, 12)}`,
      details: {
        containerId: project.containerId,
        containerParentId: project.folder.containerId,
        name: project.name,
        labels: { billingReference: "T-0012345B" },
        members: [ANNA.email],
      },
      result: { id: project.id, lifecycleState: "CREATING" },
    }),
  );
  return [founded, ...folders, ...projects];
}

function folderCreated(at: number, folder: Folder, index: number): StoryEvent {
  const members = [ANNA.email];
  return tell(at, (sdk) => sdk.resourceManager.folderCreated, {
    ...inFolder(folder),
    ...byPerson(ANNA, "POST /v2/folders", 10 + index, {
      body: {
        containerParentId: ORGANIZATION.containerId,
        labels: {},
        members: [{ subject: ANNA.email }],
        name: folder.name,
      },
      outcome: success(201),
    }),
    resource: { id: folder.id, name: folder.name },
    details: {
      containerId: folder.containerId,
      containerParentId: ORGANIZATION.containerId,
      name: folder.name,
      labels: {},
      members,
    },
    result: { id: folder.id },
  });
}

export function months(now: number): StoryEvent[] {
  const ago = (days: number) => now - days * DAY_MS;
  const role = { id: "release-manager", name: "release-manager" };
  const permissions = ["resource-manager.project.edit", "iam.service-account-key.create"];
  return [
    ...[DEPLOYER, METRICS].map((robot, index) =>
      tell(ago(70 - index), (sdk) => sdk.serviceAccount.serviceAccountCreated, {
        ...inProject(robot.project),
        ...byPerson(BEN, `POST /v2/projects/${robot.project.id}/service-accounts`, 40 + index, {
          body: { name: robot.email.split("-")[0] },
          outcome: success(201),
        }),
        resource: { id: robot.id, name: robot.email },
        details: { serviceAccountEmail: robot.email, name: robot.email.split("-")[0] },
      }),
    ),
    tell(ago(45), (sdk) => sdk.membership.roleCreated, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST /v2/organization/${ORGANIZATION.id}/roles`, 50, {
        body: { name: role.name, permissions: permissions.map((name) => ({ name })) },
      }),
      resource: role,
      details: { roleId: role.id, name: role.name, description: "May release on Fridays.", permissions },
    }),
    tell(ago(30), (sdk) => sdk.membership.membersAdded, {
      ...inFolder(SHOP),
      ...byPerson(ANNA, `PATCH /v2/${SHOP.id}/members`, 51, {
        body: { resourceType: "folder", members: [{ subject: CHIARA.email, role: role.id }] },
      }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: { members: [{ subject: CHIARA.email, role: role.id }] },
    }),
    tell(ago(14), (sdk) => sdk.serviceAccount.federatedIdentityProviderCreated, {
      ...inProject(CHECKOUT),
      ...byPerson(CHIARA, `POST /v2/projects/${CHECKOUT.id}/service-accounts/${DEPLOYER.email}/federations`, 52, {
        outcome: success(201),
      }),
      resource: { id: "f1b2c3d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d", name: "forge" },
      details: {
        serviceAccountEmail: DEPLOYER.email,
        federationId: "f1b2c3d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
        name: "forge",
        issuer: "https://forge.acme.example",
        assertions: [{ item: "sub", operator: "equals", value: "repo:acme/checkout:ref:refs/heads/main" }],
      },
    }),
    tell(ago(7), (sdk) => sdk.resourceManager.projectDeleted, {
      ...inProject(SANDBOX),
      ...byPerson(BEN, `DELETE /v2/projects/${SANDBOX.id}`, 53, {
        outcome: failure(409, "The project still has 3 resources."),
      }),
      resource: { id: SANDBOX.id, name: SANDBOX.name },
      details: { containerId: SANDBOX.containerId },
    }),
    tell(ago(3), (sdk) => sdk.resourceManager.organizationUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PATCH /v2/organizations/${ORGANIZATION.id}`, 54, { body: { labels: { legal: "gmbh" } } }),
      resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
      details: { containerId: ORGANIZATION.containerId, labels: { legal: "gmbh" } },
    }),
  ];
}
