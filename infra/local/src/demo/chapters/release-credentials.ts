// Release 2026.12: users and credentials of the other databases; what Priya may, and what she may not.
import { CATALOG_API, DEPLOYER, MEHMET, PRIYA } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  byPerson,
  byRobot,
  created,
  denied,
  failure,
  noContent,
  partOf,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { CATALOG_DB, CONTENT_DB, SESSION_CACHE } = things;

export function releaseCredentials(at: Clock): StoryEvent[] {
  return [...catalog(at), ...caches(at)];
}

/** The catalogue's database: a user too many rights; the first attempt to grow it fails. */
function catalog(at: Clock): StoryEvent[] {
  const instanceId = CATALOG_DB.id;
  const userId = "6afad8de9c4e2d7b58f6a013";
  const asked = { flavorId: "16.64", allowedCidrs: ["192.0.2.0/24"] };
  return [
    tell(at(593), (sdk) => sdk.mongodbFlex.userCreated, {
      ...partOf(CATALOG_DB, userId, "catalog_api"),
      ...byPerson(PRIYA, `POST ${CATALOG_DB.path}/users`, {
        body: { username: "catalog_api", database: "catalog", roles: ["readWrite"] },
        outcome: created,
      }),
      details: { instanceId, userId, userName: "catalog_api", databaseName: "catalog", roles: ["readWrite"] },
      result: { item: { id: userId } },
    }),
    tell(at(596), (sdk) => sdk.mongodbFlex.instanceUpdated, {
      ...about(CATALOG_DB),
      ...byPerson(PRIYA, `PATCH ${CATALOG_DB.path}`, {
        body: asked,
        outcome: failure(422, "The flavor 16.64 needs a storage class with more throughput."),
      }),
      details: { instanceId, ...asked },
    }),
    tell(at(598), (sdk) => sdk.mongodbFlex.userUpdated, {
      ...partOf(CATALOG_DB, userId, "catalog_api"),
      ...byPerson(PRIYA, `PATCH ${CATALOG_DB.path}/users/${userId}`, {
        outcome: denied("The permission mongodb-flex.user.update is missing."),
      }),
      details: { instanceId, userId, roles: ["readWriteAnyDatabase"] },
    }),
    tell(at(601), (sdk) => sdk.mongodbFlex.backupScheduleUpdated, {
      ...about(CATALOG_DB),
      ...byPerson(MEHMET, `PUT ${CATALOG_DB.path}/backups`, { body: { backupSchedule: "0 1 * * *" } }),
      details: { instanceId, backupSchedule: "0 1 * * *", snapshotRetentionDays: 14, pointInTimeWindowHours: 72 },
    }),
    tell(at(602), (sdk) => sdk.mongodbFlex.credentialsRead, {
      ...partOf(CATALOG_DB, userId, "catalog_api"),
      ...byRobot(CATALOG_API, `GET ${CATALOG_DB.path}/users/${userId}`),
      details: { instanceId, userId },
    }),
  ];
}

function caches(at: Clock): StoryEvent[] {
  const credentialsId = uuid("redis credentials new");
  const oldId = uuid("redis credentials old");
  const contentId = uuid("mariadb credentials");
  const instanceId = SESSION_CACHE.id;
  return [
    tell(at(604), (sdk) => sdk.redis.credentialsCreated, {
      ...partOf(SESSION_CACHE, credentialsId),
      ...byRobot(DEPLOYER, `POST ${SESSION_CACHE.path}/credentials`, { outcome: created }),
      details: { instanceId, credentialsId },
      result: { id: credentialsId },
    }),
    tell(at(605), (sdk) => sdk.redis.credentialsRead, {
      ...partOf(SESSION_CACHE, credentialsId),
      ...byRobot(DEPLOYER, `GET ${SESSION_CACHE.path}/credentials/${credentialsId}`),
      details: { instanceId, credentialsId },
    }),
    tell(at(720), (sdk) => sdk.redis.credentialsDeleted, {
      ...partOf(SESSION_CACHE, oldId),
      ...byRobot(DEPLOYER, `DELETE ${SESSION_CACHE.path}/credentials/${oldId}`, { outcome: noContent }),
      details: { instanceId, credentialsId: oldId },
    }),
    tell(at(608), (sdk) => sdk.mariadb.credentialsCreated, {
      ...partOf(CONTENT_DB, contentId),
      ...byRobot(DEPLOYER, `POST ${CONTENT_DB.path}/credentials`, { outcome: created }),
      details: { instanceId: CONTENT_DB.id, credentialsId: contentId, userName: "a9s-usr-3f9b07" },
    }),
    tell(at(609), (sdk) => sdk.mariadb.credentialsRead, {
      ...partOf(CONTENT_DB, contentId),
      ...byRobot(CATALOG_API, `GET ${CONTENT_DB.path}/credentials/${contentId}`),
      details: { instanceId: CONTENT_DB.id, credentialsId: contentId },
    }),
  ];
}
