// The night: databases and volumes are backed up on schedule, what is old enough expires, a robot does what no schedule can.
import { DAY_MS } from "@audit-log/schemas";
import { BACKUPS } from "../cast.ts";
import { hex, uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  accepted,
  byPlatform,
  byRobot,
  noContent,
  partOf,
  tell,
  tellLong,
  type Choose,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ORDERS_DB, REFUNDS_DB, CATALOG_DB, CONTENT_DB, SESSION_CACHE, CATALOG_CACHE, ERP_MSSQL } = things;

interface Made {
  instanceId: string;
  backupId: string;
  sizeBytes: number;
  retainedUntil: number;
  durationMs: number;
}
interface Expired {
  instanceId: string;
  backupId: string;
  createdAt: number;
  retainedUntil: number;
}

const SCHEDULED: [things.Thing, Choose<Made>, Choose<Expired>][] = [
  [ORDERS_DB, (sdk) => sdk.postgresFlex.backupAutoCreated, (sdk) => sdk.postgresFlex.backupExpired],
  [REFUNDS_DB, (sdk) => sdk.postgresFlex.backupAutoCreated, (sdk) => sdk.postgresFlex.backupExpired],
  [CATALOG_DB, (sdk) => sdk.mongodbFlex.backupAutoCreated, (sdk) => sdk.mongodbFlex.backupExpired],
  [CONTENT_DB, (sdk) => sdk.mariadb.backupAutoCreated, (sdk) => sdk.mariadb.backupExpired],
  [SESSION_CACHE, (sdk) => sdk.redis.backupAutoCreated, (sdk) => sdk.redis.backupExpired],
  [CATALOG_CACHE, (sdk) => sdk.redis.backupAutoCreated, (sdk) => sdk.redis.backupExpired],
];
const RETENTION_DAYS = 30;

export function nightlyBackups(at: Clock): StoryEvent[] {
  return [
    ...SCHEDULED.flatMap(([instance, made, expired], index) =>
      scheduled(at(90 + index * 3), instance, made, expired, index),
    ),
    ...erp(at),
    ...volumes(at),
    ...byTheRobot(at),
  ];
}

function scheduled(
  at: number,
  instance: things.Thing,
  made: Choose<Made>,
  expired: Choose<Expired>,
  index: number,
): StoryEvent[] {
  const backupId = String(18_342 + index);
  const oldId = String(17_604 + index);
  const instanceId = instance.id;
  return [
    tell(at, made, {
      ...partOf(instance, backupId),
      ...byPlatform("backup-schedule"),
      details: {
        instanceId,
        backupId,
        sizeBytes: 48_318_382_080 / (index + 1),
        retainedUntil: at + RETENTION_DAYS * DAY_MS,
        durationMs: 588_330 - index * 70_000,
      },
    }),
    tell(at + 65_000, expired, {
      ...partOf(instance, oldId),
      ...byPlatform("backup-retention"),
      details: { instanceId, backupId: oldId, createdAt: at - RETENTION_DAYS * DAY_MS, retainedUntil: at },
    }),
  ];
}

/** SQLServer Flex backs up each database by itself. */
function erp(at: Clock): StoryEvent[] {
  return ["erp", "payroll"].map((databaseName, index) =>
    tell(at(112 + index * 4), (sdk) => sdk.sqlserverFlex.backupAutoCreated, {
      ...partOf(ERP_MSSQL, databaseName, databaseName),
      ...byPlatform("backup-schedule"),
      details: {
        instanceId: ERP_MSSQL.id,
        databaseName,
        backupId: String(2_294 + index),
        sizeBytes: 61_847_529_062,
        retainedUntil: at(112) + 64 * DAY_MS,
        durationMs: 432_943,
      },
    }),
  );
}

function volumes(at: Clock): StoryEvent[] {
  return [things.SEARCH_DATA, things.WIKI_DATA, things.IMPORT_SCRATCH].flatMap((volume, index) => {
    const start = at(125 + index * 5);
    const snapshotId = uuid(`snapshot tonight ${volume.name}`);
    const oldId = uuid(`snapshot a week ago ${volume.name}`);
    return [
      tell(start, (sdk) => sdk.blockStorage.snapshotAutoCreated, {
        ...partOf(volume, snapshotId, `${volume.name}-nightly`),
        ...byPlatform("snapshot-schedule"),
        details: {
          snapshotId,
          volumeId: volume.id,
          scheduleId: uuid("schedule nightly"),
          retainedUntil: start + 7 * DAY_MS,
        },
      }),
      tell(start + 40_000, (sdk) => sdk.blockStorage.snapshotExpired, {
        ...partOf(volume, oldId, `${volume.name}-nightly`),
        ...byPlatform("snapshot-retention"),
        details: { snapshotId: oldId, volumeId: volume.id, createdAt: start - 7 * DAY_MS, retainedUntil: start },
      }),
    ];
  });
}

/** What no schedule offers: the wiki's volume to another place, the export bucket's old files. */
function byTheRobot(at: Clock): StoryEvent[] {
  const { WIKI_DATA } = things;
  const backupId = uuid("backup wiki");
  const oldId = uuid("backup wiki last month");
  const backups = `${things.eu01(WIKI_DATA.project)}/backups`;
  const name = `wiki-${hex("wiki", 6)}`;
  return [
    ...tellLong(
      at(150),
      (sdk) => sdk.blockStorage.backupCreated,
      {
        ...partOf(WIKI_DATA, backupId, name),
        ...byRobot(BACKUPS, `POST ${backups}`, {
          body: { name, source: { id: WIKI_DATA.id, type: "volume" } },
          outcome: accepted,
        }),
        details: { backupId, name, sourceType: "volume", sourceId: WIKI_DATA.id, labels: things.NIGHTLY },
        result: { id: backupId, status: "CREATING" },
      },
      {
        takesMs: 748_003,
        by: "block-storage-controller",
        event: (sdk) => sdk.blockStorage.backupCreationEnded,
        details: (durationMs) => ({ backupId, sizeGb: 117, durationMs }),
      },
    ),
    tell(at(166), (sdk) => sdk.blockStorage.backupDeleted, {
      ...partOf(WIKI_DATA, oldId, "wiki-last-month"),
      ...byRobot(BACKUPS, `DELETE ${backups}/${oldId}`, { outcome: noContent }),
      details: { backupId: oldId, volumeId: WIKI_DATA.id, force: false },
    }),
    tell(at(168), (sdk) => sdk.objectStorage.bucketObjectsExpired, {
      ...partOf(things.LOGS, things.LOGS.id, things.LOGS.name),
      ...byPlatform("bucket-lifecycle"),
      details: {
        bucketName: things.LOGS.name,
        ruleId: "logs-14-days",
        deletedObjects: 18_342,
        deletedVersions: 211,
        deletedBytes: 9_482_113_024,
        expirationDays: 14,
      },
    }),
  ];
}
