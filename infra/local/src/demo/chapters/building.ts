// The weeks before the story's day: what the company runs is set up, people and service accounts come.
import { DAY_MS } from "@audit-log/schemas";
import * as cast from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  created,
  failure,
  inFolder,
  inOrganization,
  inProject,
  MINUTE_MS,
  partOf,
  tell,
  tellLong,
  type StoryEvent,
} from "../telling.ts";

const { ANNA, BEN, CHIARA, DEPLOYER, MEHMET, CHECKOUT, PILOT, SHOP, ORGANIZATION } = cast;

export function building(now: number): StoryEvent[] {
  const ago = (days: number) => now - days * DAY_MS;
  return [
    ...[DEPLOYER, cast.METRICS, cast.CHECKOUT_API, cast.CATALOG_API, cast.BACKUPS].map((robot, index) =>
      serviceAccount(ago(84 - index), robot),
    ),
    ...clusters(ago(80)),
    ...databases(ago(78)),
    ...keysAndBuckets(ago(75)),
    ...people(ago),
    tell(ago(8), (sdk) => sdk.resourceManager.projectDeleted, {
      ...inProject(PILOT),
      ...byPerson(BEN, `DELETE /v2/projects/${PILOT.id}`, {
        outcome: failure(409, "The project still has 3 resources."),
      }),
      resource: { id: PILOT.id, name: PILOT.name },
      details: { containerId: PILOT.containerId },
    }),
  ];
}

function serviceAccount(at: number, robot: cast.Robot): StoryEvent {
  const name = robot.email.replace(/-[^-]*@.*/, "");
  return tell(at, (sdk) => sdk.serviceAccount.serviceAccountCreated, {
    ...inProject(robot.project),
    ...byPerson(BEN, `POST /v2/projects/${robot.project.id}/service-accounts`, { body: { name }, outcome: created }),
    resource: { id: robot.id, name: robot.email },
    details: { serviceAccountEmail: robot.email, name },
  });
}

function clusters(start: number): StoryEvent[] {
  return [things.SHOP_PROD, things.SHOP_DEV, things.MONITORING].flatMap((cluster, index) => {
    const kubernetesVersion = "1.33.4";
    const nodePool = {
      name: "workers",
      machineType: "c2i.4",
      imageName: "flatcar",
      imageVersion: "4230.2.3",
      minNodes: 3,
      maxNodes: 9,
      availabilityZones: ["eu01-1", "eu01-2"],
      volumeType: "storage_premium_perf2",
      volumeSizeGb: 50,
    };
    return tellLong(
      start + index * 30 * MINUTE_MS,
      (sdk) => sdk.ske.clusterCreated,
      {
        ...about(cluster),
        ...byRobot(DEPLOYER, `PUT ${cluster.path}`, {
          body: {
            kubernetes: { version: kubernetesVersion },
            nodepools: [{ name: "workers", machine: { type: "c2i.4" } }],
          },
          outcome: accepted,
        }),
        details: {
          clusterName: cluster.name,
          kubernetesVersion,
          nodePools: [nodePool],
          controlPlaneAccess: "PUBLIC",
          aclEnabled: true,
          allowedCidrs: ["198.51.100.0/24"],
          idpEnabled: true,
          auditLogEnabled: true,
          autoUpdateKubernetes: true,
          autoUpdateMachineImage: true,
          hibernationSchedules:
            cluster === things.SHOP_DEV
              ? [{ start: "0 19 * * 1-5", end: "0 7 * * 1-5", timezone: "Europe/Berlin" }]
              : [],
          labels: { managedBy: "terraform" },
        },
        result: { name: cluster.name, status: { aggregated: "STATE_CREATING" } },
      },
      {
        takesMs: 412_507 + index * 31_000,
        by: "ske-controller",
        event: (sdk) => sdk.ske.clusterCreationEnded,
        details: (durationMs) => ({ clusterName: cluster.name, durationMs }),
      },
    );
  });
}

function databases(start: number): StoryEvent[] {
  const { ORDERS_DB, CONTENT_DB } = things;
  const orders = {
    name: ORDERS_DB.name,
    version: "17",
    flavorId: "4.16",
    sizeGb: 100,
    storageClass: "premium-perf6-stackit",
    allowedCidrs: ["192.0.2.0/24"],
    backupSchedule: "15 2 * * *",
    retentionDays: 35,
    labels: { stage: "prod", team: "checkout" },
  };
  return [
    ...tellLong(
      start,
      (sdk) => sdk.postgresFlex.instanceCreated,
      {
        ...about(ORDERS_DB),
        ...byPerson(MEHMET, `POST ${things.eu01(CHECKOUT, "v3")}/instances`, { body: orders, outcome: accepted }),
        details: { ...orders, instanceId: ORDERS_DB.id, accessScope: "PUBLIC", kmsKey: things.ordersKek(1) },
        result: { id: ORDERS_DB.id },
      },
      {
        takesMs: 407_584,
        by: "postgres-flex-controller",
        event: (sdk) => sdk.postgresFlex.instanceCreationEnded,
        details: (durationMs) => ({ instanceId: ORDERS_DB.id, durationMs }),
      },
    ),
    tell(start + 40 * MINUTE_MS, (sdk) => sdk.mariadb.instanceCreated, {
      ...about(CONTENT_DB),
      ...byPerson(MEHMET, `POST ${things.eu01(cast.CATALOG)}/instances`, {
        outcome: failure(422, "The plan is not offered in this region."),
      }),
      details: { name: CONTENT_DB.name, planId: uuid("plan mariadb-4.8"), allowedCidrs: ["192.0.2.0/24"] },
    }),
  ];
}

function keysAndBuckets(start: number): StoryEvent[] {
  const { KEY_RING, ORDERS_KEY } = things;
  return [
    tell(start, (sdk) => sdk.kms.keyRingCreated, {
      ...about(KEY_RING),
      ...byPerson(BEN, `POST ${things.eu01(CHECKOUT, "v1")}/keyrings`, {
        body: { displayName: KEY_RING.name },
        outcome: created,
      }),
      details: { keyRingId: KEY_RING.id, name: KEY_RING.name, description: "Keys of the checkout service" },
    }),
    tell(start + MINUTE_MS, (sdk) => sdk.kms.keyCreated, {
      ...about(ORDERS_KEY),
      ...byPerson(BEN, `POST ${KEY_RING.path}/keys`, { outcome: created }),
      details: {
        keyRingId: KEY_RING.id,
        keyId: ORDERS_KEY.id,
        name: ORDERS_KEY.name,
        algorithm: "aes_256_gcm",
        purpose: "symmetric_encrypt_decrypt",
        accessScope: "PUBLIC",
        importOnly: false,
        protection: "software",
      },
    }),
    ...[things.IMAGES, things.INVOICES, things.ORDERS_EXPORT, things.LOGS].map((bucket, index) =>
      tell(start + (10 + index) * MINUTE_MS, (sdk) => sdk.objectStorage.bucketCreated, {
        ...about(bucket),
        ...byRobot(DEPLOYER, `POST /v2/project/${bucket.project.id}/regions/eu01/bucket/${bucket.name}`, {
          outcome: created,
        }),
        details: { bucketName: bucket.name, objectLockEnabled: bucket === things.INVOICES },
      }),
    ),
  ];
}

function people(ago: (days: number) => number): StoryEvent[] {
  const role = { id: "release-manager", name: "release-manager" };
  const permissions = ["resource-manager.project.edit", "iam.service-account-key.create"];
  const federationId = "f1b2c3d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d";
  return [
    tell(ago(45), (sdk) => sdk.membership.roleCreated, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST /v2/organization/${ORGANIZATION.id}/roles`, {
        body: { name: role.name, permissions: permissions.map((name) => ({ name })) },
      }),
      resource: role,
      details: { roleId: role.id, name: role.name, description: "May release on Fridays.", permissions },
    }),
    tell(ago(30), (sdk) => sdk.membership.membersAdded, {
      ...inFolder(SHOP),
      ...byPerson(ANNA, `PATCH /v2/${SHOP.id}/members`, {
        body: { resourceType: "folder", members: [{ subject: CHIARA.email, role: role.id }] },
      }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: { members: [{ subject: CHIARA.email, role: role.id }] },
    }),
    tell(ago(14), (sdk) => sdk.serviceAccount.federatedIdentityProviderCreated, {
      ...partOf({ project: CHECKOUT }, federationId, "forge"),
      ...byPerson(CHIARA, `POST /v2/projects/${CHECKOUT.id}/service-accounts/${DEPLOYER.email}/federations`, {
        outcome: created,
      }),
      details: {
        serviceAccountEmail: DEPLOYER.email,
        federationId,
        name: "forge",
        issuer: "https://forge.acme.example",
        assertions: [{ item: "sub", operator: "equals", value: "repo:acme/checkout:ref:refs/heads/main" }],
      },
    }),
    tell(ago(3), (sdk) => sdk.resourceManager.organizationUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PATCH /v2/organizations/${ORGANIZATION.id}`, { body: { labels: { legal: "gmbh" } } }),
      resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
      details: { containerId: ORGANIZATION.containerId, labels: { legal: "gmbh" } },
    }),
  ];
}
