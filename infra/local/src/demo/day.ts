// A usual day: service accounts sign in every few minutes, people work in the afternoon, somebody tries what they may not,
// and the platform cleans up at night.
import { DAY_MS } from "@audit-log/schemas";
import {
  ANNA,
  BEN,
  CATALOG,
  CHECKOUT,
  CHIARA,
  DAVID,
  DEPLOYER,
  METRICS,
  OBSERVABILITY,
  ORGANIZATION,
  PLATFORM,
  PROJECTS,
  SHOP,
  type Project,
  type Robot,
} from "./cast.ts";
import {
  byPerson,
  byPlatform,
  byRobot,
  denied,
  failure,
  hex,
  inFolder,
  inOrganization,
  inProject,
  success,
  tell,
  type StoryEvent,
} from "./telling.ts";

const MINUTE_MS = 60_000;
/** The story ends a little before it is told. */
const END_MINUTES = 2;

export function day(now: number): StoryEvent[] {
  const at = (minute: number) => now - DAY_MS + (minute + 10) * MINUTE_MS;
  const minutes = 24 * 60 - 10 - END_MINUTES;
  return [
    ...every(12, minutes, (minute, index) => signIn(at(minute), DEPLOYER, index)),
    ...every(15, minutes, (minute, index) => signIn(at(minute + 3), METRICS, 1_000 + index)),
    ...every(60, minutes, (minute, index) => deployment(at(minute + 7), 2_000 + index)),
    ...night(at(150)),
    ...operators(at(400)),
    ...work(at(780)),
    ...trouble(at(1_100)),
  ];
}

function every(step: number, minutes: number, event: (minute: number, index: number) => StoryEvent): StoryEvent[] {
  return Array.from({ length: Math.floor((minutes - 10) / step) }, (_, index) => event(index * step, index));
}

function signIn(at: number, robot: Robot, number: number): StoryEvent {
  const expired = number % 37 === 36;
  return tell(at, (sdk) => sdk.serviceAccount.shortLivedAccessTokenIssued, {
    ...inProject(robot.project),
    ...byRobot(robot, "POST /token", number, {
      outcome: expired ? failure(401, "The signature's key has expired.") : success(200),
    }),
    resource: { id: robot.id, name: robot.email },
    details: {
      serviceAccountEmail: robot.email,
      grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      keyId: robot.keyId,
    },
  });
}

/** Terraform applies: it relabels the project it deploys to, on behalf of whoever pushed. */
function deployment(at: number, number: number): StoryEvent {
  const project: Project = number % 2 === 0 ? CHECKOUT : CATALOG;
  const labels = { release: `2026.${number - 1_999}`, stage: "prod" };
  return tell(at, (sdk) => sdk.resourceManager.projectUpdated, {
    ...inProject(project),
    ...byRobot(DEPLOYER, `PATCH /v2/projects/${project.id}`, number, { body: { labels } }),
    delegation: [{ id: CHIARA.id, email: CHIARA.email }],
    resource: { id: project.id, name: project.name },
    details: { containerId: project.containerId, labels },
    result: { labels },
  });
}

/** What the platform's operators did to a customer's project: recorded, and shown to no customer. */
function operators(start: number): StoryEvent[] {
  return [CHECKOUT, CATALOG].map((project, index) =>
    tell(start + index * MINUTE_MS, (sdk) => sdk.resourceManager.projectUpdated, {
      ...inProject(project),
      ...byPlatform("quota-review"),
      visibility: "PRIVATE",
      resource: { id: project.id, name: project.name },
      details: { containerId: project.containerId, labels: { quotaReviewed: "2026" } },
    }),
  );
}

/** The platform revokes tokens that nobody used for 90 days. */
function night(start: number): StoryEvent[] {
  return PROJECTS.flatMap((project, place) =>
    [0, 1, 2].map((index) => {
      const accessTokenId = `c4d0c5ae-2f60-4f60-9f14-${hex(place * 3 + index, 12)}`;
      return tell(start + (place * 3 + index) * 1_500, (sdk) => sdk.serviceAccount.accessTokenRevoked, {
        ...inProject(project),
        ...byPlatform("token-expiry"),
        resource: { id: accessTokenId },
        operationId: `op-${hex(place, 12)}`,
        details: { serviceAccountEmail: METRICS.email, accessTokenId },
      });
    }),
  );
}

function work(start: number): StoryEvent[] {
  const at = (minute: number) => start + minute * MINUTE_MS;
  const joining = PROJECTS.map((project, index) =>
    tell(at(index), (sdk) => sdk.membership.membersAdded, {
      ...inProject(project),
      ...byPerson(ANNA, `PATCH /v2/${project.id}/members`, 3_000 + index, {
        body: { resourceType: "project", members: [{ role: "reader", subject: DAVID.email }] },
      }),
      resource: { id: project.id, name: project.name },
      details: { members: [{ subject: DAVID.email, role: "reader" }] },
    }),
  );
  const newKey = hex(3_010, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  const keyPath = `/v2/projects/${CHECKOUT.id}/service-accounts/${DEPLOYER.email}/keys`;
  return [
    ...joining,
    tell(at(20), (sdk) => sdk.serviceAccount.keyCreated, {
      ...inProject(CHECKOUT),
      ...byPerson(BEN, `POST ${keyPath}`, 3_010, {
        body: { algorithm: "RSA_2048", validUntil: "2027-01-15T08:30:00Z" },
        outcome: success(201),
      }),
      resource: { id: newKey },
      details: {
        serviceAccountEmail: DEPLOYER.email,
        keyId: newKey,
        algorithm: "RSA_2048",
        validUntil: Date.parse("2027-01-15T08:30:00Z"),
      },
    }),
    tell(at(24), (sdk) => sdk.serviceAccount.keyDeleted, {
      ...inProject(CHECKOUT),
      ...byPerson(BEN, `DELETE ${keyPath}/${DEPLOYER.keyId}`, 3_011, { outcome: success(204) }),
      resource: { id: DEPLOYER.keyId },
      details: { serviceAccountEmail: DEPLOYER.email, keyId: DEPLOYER.keyId },
    }),
    tell(at(31), (sdk) => sdk.serviceAccount.accessTokenCreated, {
      ...inProject(OBSERVABILITY),
      ...byPerson(
        CHIARA,
        `POST /v2/projects/${OBSERVABILITY.id}/service-accounts/${METRICS.email}/access-tokens`,
        3_012,
        { body: { ttlDays: 30 }, outcome: success(201) },
      ),
      resource: { id: "c4d0c5ae-2f60-4f60-9f14-2b1b8a3e9a01" },
      details: {
        serviceAccountEmail: METRICS.email,
        accessTokenId: "c4d0c5ae-2f60-4f60-9f14-2b1b8a3e9a01",
        ttlDays: 30,
      },
    }),
    tell(at(42), (sdk) => sdk.membership.roleUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PUT /v2/organization/${ORGANIZATION.id}/roles/release-manager`, 3_013, {
        body: { name: "release-manager", permissions: [{ name: "resource-manager.project.edit" }] },
      }),
      resource: { id: "release-manager", name: "release-manager" },
      details: { roleId: "release-manager", name: "release-manager", permissions: ["resource-manager.project.edit"] },
    }),
    tell(at(55), (sdk) => sdk.resourceManager.folderLabelsDeleted, {
      ...inFolder(PLATFORM),
      ...byPerson(CHIARA, `DELETE /v2/folders/${PLATFORM.containerId}/labels`, 3_014, {
        parameters: { keys: ["temporary"] },
      }),
      resource: { id: PLATFORM.id, name: PLATFORM.name },
      details: { containerId: PLATFORM.containerId, keys: ["temporary"] },
    }),
  ];
}

/** What an auditor looks for: attempts that were denied, one after the other, and a member removed in a hurry. */
function trouble(start: number): StoryEvent[] {
  const attempts = PROJECTS.map((project, index) =>
    tell(start + index * 9_000, (sdk) => sdk.resourceManager.projectDeleted, {
      ...inProject(project),
      ...byPerson(DAVID, `DELETE /v2/projects/${project.id}`, 4_000 + index, {
        outcome: denied("The permission resource-manager.project.delete is missing."),
      }),
      resource: { id: project.id, name: project.name },
      details: { containerId: project.containerId },
    }),
  );
  return [
    ...attempts,
    tell(start + 40_000, (sdk) => sdk.membership.roleDeleted, {
      ...inOrganization(),
      ...byPerson(DAVID, `DELETE /v2/organization/${ORGANIZATION.id}/roles/owner`, 4_010, {
        outcome: denied("The role owner cannot be deleted."),
      }),
      resource: { id: "owner", name: "owner" },
      details: { roleId: "owner" },
    }),
    tell(start + 12 * MINUTE_MS, (sdk) => sdk.membership.membersRemoved, {
      ...inFolder(SHOP),
      ...byPerson(ANNA, `POST /v2/${SHOP.id}/members/remove`, 4_011, {
        body: { forceRemove: true, resourceType: "folder", members: [{ role: "editor", subject: DAVID.email }] },
      }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: { members: [{ subject: DAVID.email, role: "editor" }], forceRemove: true },
    }),
  ];
}
