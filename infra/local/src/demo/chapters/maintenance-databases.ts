// The night, continued: databases are maintained, upgraded, given new certificates.
import { DAY_MS } from "@audit-log/schemas";
import { fingerprint } from "../digits.ts";
import * as things from "../things.ts";
import { about, byPlatform, MINUTE_MS, tell, type Choose, type Clock, type StoryEvent } from "../telling.ts";

export function maintenanceOfDatabases(at: Clock): StoryEvent[] {
  return [
    ...DATABASES.flatMap(([instance, maintained, rotated], index) =>
      database(at(200 + index * 9), instance, maintained, rotated, index),
    ),
    ...upgrades(at),
  ];
}

interface Maintained {
  instanceId: string;
  kind: string;
  restarted: boolean;
  durationMs: number;
}

interface Rotated {
  instanceId: string;
  previousFingerprint: string;
  fingerprint: string;
  expiresAt: number;
}

const DATABASES: [things.Thing, Choose<Maintained>, Choose<Rotated>][] = [
  [
    things.ORDERS_DB,
    (sdk) => sdk.postgresFlex.instanceAutoMaintained,
    (sdk) => sdk.postgresFlex.instanceCertificateAutoRotated,
  ],
  [
    things.CATALOG_DB,
    (sdk) => sdk.mongodbFlex.instanceAutoMaintained,
    (sdk) => sdk.mongodbFlex.instanceCertificateAutoRotated,
  ],
  [things.CONTENT_DB, (sdk) => sdk.mariadb.instanceAutoMaintained, (sdk) => sdk.mariadb.instanceCertificateAutoRotated],
  [
    things.ERP_MSSQL,
    (sdk) => sdk.sqlserverFlex.instanceAutoMaintained,
    (sdk) => sdk.sqlserverFlex.instanceCertificateAutoRotated,
  ],
  [things.SESSION_CACHE, (sdk) => sdk.redis.instanceAutoMaintained, (sdk) => sdk.redis.instanceCertificateAutoRotated],
];

function database(
  at: number,
  instance: things.Thing,
  maintained: Choose<Maintained>,
  rotated: Choose<Rotated>,
  index: number,
): StoryEvent[] {
  return [
    tell(at, maintained, {
      ...about(instance),
      ...byPlatform("maintenance-window"),
      details: {
        instanceId: instance.id,
        kind: index % 2 === 0 ? "os-update" : "configuration-rollout",
        restarted: index % 2 === 0,
        durationMs: 526_117 + index * 41_000,
      },
    }),
    tell(at + 2 * MINUTE_MS, rotated, {
      ...about(instance),
      ...byPlatform("certificate-rotation"),
      details: {
        instanceId: instance.id,
        previousFingerprint: fingerprint(`before ${instance.name}`),
        fingerprint: fingerprint(instance.name),
        expiresAt: at + 90 * DAY_MS,
      },
    }),
  ];
}

function upgrades(at: Clock): StoryEvent[] {
  const { ORDERS_DB, REFUNDS_DB, CATALOG_DB } = things;
  return [
    tell(at(246), (sdk) => sdk.postgresFlex.instanceAutoUpgraded, {
      ...about(ORDERS_DB),
      ...byPlatform("maintenance-window"),
      details: { instanceId: ORDERS_DB.id, previousVersion: "17.5", version: "17.6" },
    }),
    tell(at(251), (sdk) => sdk.postgresFlex.instanceStorageAutoResized, {
      ...about(REFUNDS_DB),
      ...byPlatform("storage-autoscaler"),
      details: { instanceId: REFUNDS_DB.id, previousSizeGb: 50, sizeGb: 75, usedPercent: 91 },
    }),
    tell(at(253), (sdk) => sdk.mongodbFlex.instanceFailedOver, {
      ...about(CATALOG_DB),
      ...byPlatform("maintenance-window"),
      details: {
        instanceId: CATALOG_DB.id,
        previousPrimary: "node-0",
        primary: "node-1",
        reason: "maintenance",
        interruptionMs: 3_870,
      },
    }),
  ];
}
