// The morning: roles are given at organization, folder and project, and robots get new keys.
import { DAY_MS } from "@audit-log/schemas";
import * as cast from "../cast.ts";
import { uuid } from "../digits.ts";
import {
  byPerson,
  created,
  inFolder,
  inOrganization,
  inProject,
  partOf,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ANNA, BEN, CHIARA, DEPLOYER, GRETA, LUKAS, MEHMET, METRICS, PRIYA, ORGANIZATION } = cast;
const { CHECKOUT, ERP, OBSERVABILITY, SHOP, PLATFORM } = cast;

export function roles(at: Clock): StoryEvent[] {
  return [...assignments(at), ...robots(at)];
}

function assignments(at: Clock): StoryEvent[] {
  const assigned = (minute: number, place: Place, who: { email: string }, role: string, reason: string, days = 0) => {
    const assignmentId = uuid(`assignment ${role} ${who.email}`);
    const robot = who.email.endsWith("@sa.stackit.cloud");
    return tell(at(minute), (sdk) => sdk.iam.roleAssignmentCreated, {
      ...place.where,
      ...byPerson(ANNA, `POST /v1/${place.path}/role-assignments`, {
        body: { subject: who.email, role },
        outcome: created,
      }),
      resource: place.resource,
      details: {
        assignmentId,
        subject: who.email,
        subjectKind: robot ? "service-account" : "user",
        role,
        expiresAt: days === 0 ? null : at(minute) + days * DAY_MS,
        reason,
      },
      result: { id: assignmentId },
    });
  };
  return [
    assigned(528, organization, GRETA, "billing.admin", "Finance takes over billing"),
    assigned(530, inAFolder(SHOP), PRIYA, "editor", "Release 2026.12"),
    assigned(531, inAFolder(PLATFORM), LUKAS, "editor", "On call this week", 7),
    assigned(533, inAProject(ERP), MEHMET, "databases.admin", "Owner of erp-mssql"),
    assigned(534, inAProject(CHECKOUT), DEPLOYER, "ske.admin", "Rolls out releases", 90),
    tell(at(536), (sdk) => sdk.iam.roleAssignmentUpdated, {
      ...inAProject(OBSERVABILITY).where,
      ...byPerson(ANNA, `PUT /v1/projects/${OBSERVABILITY.id}/role-assignments/${uuid("assignment metrics")}`),
      resource: inAProject(OBSERVABILITY).resource,
      details: {
        assignmentId: uuid("assignment metrics"),
        subject: METRICS.email,
        subjectKind: "service-account",
        role: "reader",
        previousRole: "editor",
        reason: "Reads only",
      },
    }),
    tell(at(542), (sdk) => sdk.membership.roleUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PUT /v2/organization/${ORGANIZATION.id}/roles/release-manager`, {
        body: { name: "release-manager", permissions: [{ name: "resource-manager.project.edit" }] },
      }),
      resource: { id: "release-manager", name: "release-manager" },
      details: { roleId: "release-manager", name: "release-manager", permissions: ["resource-manager.project.edit"] },
    }),
  ];
}

function robots(at: Clock): StoryEvent[] {
  const keyId = uuid("new key of the deployer");
  const keys = `/v2/projects/${CHECKOUT.id}/service-accounts/${DEPLOYER.email}/keys`;
  const accessTokenId = uuid("token metrics");
  const validUntil = at(550) + 365 * DAY_MS;
  return [
    tell(at(550), (sdk) => sdk.serviceAccount.keyCreated, {
      ...partOf({ project: CHECKOUT }, keyId),
      ...byPerson(BEN, `POST ${keys}`, { body: { algorithm: "RSA_2048" }, outcome: created }),
      details: { serviceAccountEmail: DEPLOYER.email, keyId, algorithm: "RSA_2048", validUntil },
    }),
    tell(at(553), (sdk) => sdk.serviceAccount.keyUpdated, {
      ...partOf({ project: CHECKOUT }, DEPLOYER.keyId),
      ...byPerson(BEN, `PATCH ${keys}/${DEPLOYER.keyId}`, { body: { active: false } }),
      details: { serviceAccountEmail: DEPLOYER.email, keyId: DEPLOYER.keyId, active: false },
    }),
    tell(at(1_010), (sdk) => sdk.serviceAccount.accessTokenCreated, {
      ...partOf({ project: OBSERVABILITY }, accessTokenId),
      ...byPerson(CHIARA, `POST /v2/projects/${OBSERVABILITY.id}/service-accounts/${METRICS.email}/access-tokens`, {
        body: { ttlDays: 30 },
        outcome: created,
      }),
      details: { serviceAccountEmail: METRICS.email, accessTokenId, ttlDays: 30 },
    }),
  ];
}

interface Place {
  where: ReturnType<typeof inOrganization | typeof inFolder | typeof inProject>;
  path: string;
  resource: { id: string; name: string };
}

const organization: Place = {
  where: inOrganization(),
  path: `organizations/${ORGANIZATION.id}`,
  resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
};

const inAFolder = (place: cast.Folder): Place => ({
  where: inFolder(place),
  path: `folders/${place.id}`,
  resource: { id: place.id, name: place.name },
});

const inAProject = (place: cast.Project): Place => ({
  where: inProject(place),
  path: `projects/${place.id}`,
  resource: { id: place.id, name: place.name },
});
