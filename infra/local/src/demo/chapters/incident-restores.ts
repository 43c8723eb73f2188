// The afternoon: what was lost is looked for in a clone and in backups.
import { MEHMET } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import { about, accepted, byPerson, failure, partOf, tellLong, type Clock, type StoryEvent } from "../telling.ts";

const { ORDERS_DB, ERP_MSSQL, SESSION_CACHE } = things;

export function incidentRestores(at: Clock): StoryEvent[] {
  return [...restores(at)];
}

/** An order too many was lost: a clone of the database at the minute before, and a restored cache. */
function restores(at: Clock): StoryEvent[] {
  const instanceId = ORDERS_DB.id;
  const targetInstanceId = uuid("clone of orders-db");
  const restoreId = "31";
  return [
    ...tellLong(
      at(895),
      (sdk) => sdk.postgresFlex.instanceCloned,
      {
        ...about(ORDERS_DB),
        ...byPerson(MEHMET, `POST ${ORDERS_DB.path}/clone`, { outcome: accepted }),
        details: {
          instanceId,
          targetInstanceId,
          pointInTime: at(837),
          name: "orders-db-at-the-failover",
          sizeGb: 200,
          storageClass: "premium-perf6-stackit",
        },
        result: { instanceId: targetInstanceId },
      },
      {
        takesMs: 1_413_646,
        by: "postgres-flex-controller",
        event: (sdk) => sdk.postgresFlex.instanceCloneEnded,
        details: (durationMs) => ({ instanceId, targetInstanceId, durationMs }),
      },
    ),
    ...tellLong(
      at(890),
      (sdk) => sdk.redis.instanceRestored,
      {
        ...about(SESSION_CACHE),
        ...byPerson(MEHMET, `POST ${SESSION_CACHE.path}/backups/18346/restore`, { outcome: accepted }),
        details: { instanceId: SESSION_CACHE.id, backupId: "18346", restoreId },
      },
      {
        takesMs: 153_664,
        by: "redis-controller",
        event: (sdk) => sdk.redis.instanceRestoreEnded,
        details: (durationMs) => ({ instanceId: SESSION_CACHE.id, backupId: "18346", restoreId, durationMs }),
      },
    ),
    ...tellLong(
      at(930),
      (sdk) => sdk.sqlserverFlex.databaseRestored,
      {
        ...partOf(ERP_MSSQL, "archive_2024", "archive_2024"),
        ...byPerson(MEHMET, `POST ${ERP_MSSQL.path}/restores`, { outcome: accepted }),
        details: {
          instanceId: ERP_MSSQL.id,
          databaseName: "archive_2024",
          sourceType: "EXTERNAL_S3",
          owner: "erp_app",
          sourceBucket: "https://erp-migration.s3.acme.example",
          sourceFiles: ["archive/archive_2024_1.bak", "archive/archive_2024_2.bak"],
        },
      },
      {
        takesMs: 347_358,
        by: "sqlserver-flex-controller",
        event: (sdk) => sdk.sqlserverFlex.databaseRestoreEnded,
        outcome: failure(500, "The second file is not part of the same backup set."),
        details: (durationMs) => ({ instanceId: ERP_MSSQL.id, databaseName: "archive_2024", durationMs }),
      },
    ),
  ];
}
