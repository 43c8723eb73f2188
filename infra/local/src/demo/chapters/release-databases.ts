// Release 2026.12, first: the databases. Backups by hand, then a bigger one.
import { DEPLOYER, MEHMET } from "../cast.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  created,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ORDERS_DB, CATALOG_DB, CONTENT_DB } = things;

export function releaseDatabases(at: Clock): StoryEvent[] {
  return [...backups(at), ...orders(at)];
}

/** Before a release, everything is backed up by hand. */
function backups(at: Clock): StoryEvent[] {
  const ended = (backupId: string, instanceId: string) => (durationMs: number) => ({
    instanceId,
    backupId,
    durationMs,
  });
  return [
    ...tellLong(
      at(560),
      (sdk) => sdk.postgresFlex.backupCreated,
      {
        ...partOf(ORDERS_DB, "18360"),
        ...byPerson(MEHMET, `POST ${ORDERS_DB.path}/backups`, { outcome: accepted }),
        details: { instanceId: ORDERS_DB.id, backupId: "18360" },
        result: { id: 18_360 },
      },
      {
        takesMs: 635_612,
        by: "postgres-flex-controller",
        event: (sdk) => sdk.postgresFlex.backupCreationEnded,
        details: ended("18360", ORDERS_DB.id),
      },
    ),
    ...tellLong(
      at(562),
      (sdk) => sdk.mongodbFlex.backupCreated,
      {
        ...partOf(CATALOG_DB, "6afeb841e1f04c2a97d3b8c6"),
        ...byPerson(MEHMET, `POST ${CATALOG_DB.path}/backups`, { outcome: accepted }),
        details: { instanceId: CATALOG_DB.id, backupId: "6afeb841e1f04c2a97d3b8c6" },
      },
      {
        takesMs: 512_551,
        by: "mongodb-flex-controller",
        event: (sdk) => sdk.mongodbFlex.backupCreationEnded,
        details: ended("6afeb841e1f04c2a97d3b8c6", CATALOG_DB.id),
      },
    ),
    ...tellLong(
      at(564),
      (sdk) => sdk.mariadb.backupCreated,
      {
        ...partOf(CONTENT_DB, "1208"),
        ...byPerson(MEHMET, `POST ${CONTENT_DB.path}/backups`, { outcome: accepted }),
        details: { instanceId: CONTENT_DB.id, backupId: "1208" },
      },
      {
        takesMs: 208_483,
        by: "mariadb-controller",
        event: (sdk) => sdk.mariadb.backupCreationEnded,
        details: ended("1208", CONTENT_DB.id),
      },
    ),
  ];
}

function orders(at: Clock): StoryEvent[] {
  const instanceId = ORDERS_DB.id;
  const user = { id: "21", path: `${ORDERS_DB.path}/users/21` };
  const resize = { flavorId: "8.32", sizeGb: 200 };
  return [
    tell(at(568), (sdk) => sdk.postgresFlex.instanceProtectionUpdated, {
      ...about(ORDERS_DB),
      ...byPerson(MEHMET, `POST ${ORDERS_DB.path}/protections`, { body: { deletionProtection: true } }),
      details: { instanceId, deletionProtection: true },
    }),
    ...tellLong(
      at(574),
      (sdk) => sdk.postgresFlex.instanceUpdated,
      {
        ...about(ORDERS_DB),
        ...byPerson(MEHMET, `PATCH ${ORDERS_DB.path}`, { body: resize, outcome: accepted }),
        details: { instanceId, ...resize, labels: { stage: "prod", release: "2026.12" } },
      },
      {
        takesMs: 437_569,
        by: "postgres-flex-controller",
        event: (sdk) => sdk.postgresFlex.instanceUpdateEnded,
        details: (durationMs) => ({ instanceId, durationMs }),
      },
    ),
    tell(at(584), (sdk) => sdk.postgresFlex.databaseCreated, {
      ...partOf(ORDERS_DB, "14", "gift_cards"),
      ...byRobot(DEPLOYER, `POST ${ORDERS_DB.path}/databases`, { body: { name: "gift_cards" }, outcome: created }),
      details: { instanceId, databaseId: "14", databaseName: "gift_cards", owner: "orders_owner" },
      result: { id: 14 },
    }),
    tell(at(586), (sdk) => sdk.postgresFlex.userUpdated, {
      ...partOf(ORDERS_DB, user.id, "orders_owner"),
      ...byPerson(MEHMET, `PATCH ${user.path}`, { body: { roles: ["login", "createdb"] } }),
      details: { instanceId, userId: user.id, roles: ["login", "createdb"] },
    }),
    tell(at(588), (sdk) => sdk.postgresFlex.userPasswordReset, {
      ...partOf(ORDERS_DB, user.id, "orders_owner"),
      ...byPerson(MEHMET, `POST ${user.path}/reset`),
      details: { instanceId, userId: user.id },
      result: { id: 21 },
    }),
    tell(at(591), (sdk) => sdk.postgresFlex.credentialsRead, {
      ...partOf(ORDERS_DB, user.id, "orders_owner"),
      ...byRobot(DEPLOYER, `GET ${user.path}`),
      details: { instanceId, userId: user.id },
      result: { id: 21 },
    }),
  ];
}
