// The late afternoon: somebody tidies up. Volumes, a jump host, images, databases.
import { BEN, CATALOG, ERP, MEHMET } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byPlatform,
  created,
  failure,
  noContent,
  partOf,
  success,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { IMPORT_SCRATCH, ERP_MSSQL, JUMP_HOST, DEBIAN } = things;

export function housekeeping(at: Clock): StoryEvent[] {
  return [...volume(at), ...server(at), ...erp(at)];
}

/** A volume that nobody uses: first in use after all, then gone. */
function volume(at: Clock): StoryEvent[] {
  const { id: volumeId, name } = IMPORT_SCRATCH;
  const scratchId = uuid("volume reports");
  const deleted = (minute: number, outcome: typeof noContent) =>
    tell(at(minute), (sdk) => sdk.blockStorage.volumeDeleted, {
      ...about(IMPORT_SCRATCH),
      ...byPerson(MEHMET, `DELETE ${IMPORT_SCRATCH.path}`, { outcome }),
      details: { volumeId, name, sizeGb: 1_000, cascade: true },
    });
  return [
    deleted(990, failure(409, "The volume is attached to a server.")),
    tell(at(992), (sdk) => sdk.computeEngine.serverVolumeDetached, {
      ...about(JUMP_HOST),
      ...byPerson(MEHMET, `DELETE ${JUMP_HOST.path}/volume-attachments/${volumeId}`, { outcome: noContent }),
      details: { serverId: JUMP_HOST.id, volumeId },
    }),
    deleted(995, noContent),
    ...tellLong(
      at(998),
      (sdk) => sdk.blockStorage.volumeCreated,
      {
        ...partOf(IMPORT_SCRATCH, scratchId, "reports"),
        ...byPerson(MEHMET, `POST ${things.eu01(ERP)}/volumes`, {
          body: { name: "reports", size: 64 },
          outcome: accepted,
        }),
        details: {
          volumeId: scratchId,
          name: "reports",
          availabilityZone: "eu01-1",
          sizeGb: 64,
          performanceClass: "storage_premium_perf1",
          encrypted: true,
          kmsKey: { keyRingId: things.KEY_RING.id, keyId: things.ORDERS_KEY.id, keyVersion: 4 },
          labels: { team: "erp" },
        },
        result: { id: scratchId },
      },
      {
        takesMs: 94_212,
        by: "block-storage-controller",
        event: (sdk) => sdk.blockStorage.volumeCreationEnded,
        details: (durationMs) => ({ volumeId: scratchId, durationMs }),
      },
    ),
  ];
}

function server(at: Clock): StoryEvent[] {
  const serverId = JUMP_HOST.id;
  const oldImage = uuid("image debian-12");
  return [
    tell(at(1_002), (sdk) => sdk.computeEngine.keyPairCreated, {
      ...partOf({ project: JUMP_HOST.project }, "ops-2026", "ops-2026"),
      ...byPerson(BEN, "POST /v2/keypairs", { body: { name: "ops-2026" }, outcome: created }),
      details: { keyPairName: "ops-2026", algorithm: "ssh-ed25519", labels: { team: "ops" } },
    }),
    tell(at(1_004), (sdk) => sdk.computeEngine.serverPublicIpAdded, {
      ...about(JUMP_HOST),
      ...byPerson(BEN, `PUT ${JUMP_HOST.path}/public-ips/${uuid("public ip jump")}`),
      details: { serverId, publicIpId: uuid("public ip jump"), ip: "203.0.113.10" },
    }),
    tell(at(1_006), (sdk) => sdk.computeEngine.serverStopped, {
      ...about(JUMP_HOST),
      ...byPerson(BEN, `POST ${JUMP_HOST.path}/stop`, { outcome: success(202) }),
      details: { serverId },
    }),
    tell(at(1_012), (sdk) => sdk.computeEngine.serverStarted, {
      ...about(JUMP_HOST),
      ...byPerson(BEN, `POST ${JUMP_HOST.path}/start`, { outcome: accepted }),
      details: { serverId },
    }),
    tell(at(1_015), (sdk) => sdk.computeEngine.imageExpired, {
      ...partOf({ project: CATALOG }, oldImage, "debian-12"),
      ...byPlatform("image-expiry"),
      details: { imageId: oldImage, expiredAt: at(1_015) },
    }),
    tell(at(1_017), (sdk) => sdk.computeEngine.imageUpdated, {
      ...about(DEBIAN),
      ...byPerson(BEN, `PATCH ${DEBIAN.path}`),
      details: { imageId: DEBIAN.id, minDiskSizeGb: 12, labels: { os: "debian-13", default: "yes" } },
    }),
  ];
}

function erp(at: Clock): StoryEvent[] {
  const { id: instanceId, path } = ERP_MSSQL;
  return [
    tell(at(1_030), (sdk) => sdk.sqlserverFlex.databaseCreated, {
      ...partOf(ERP_MSSQL, "reporting", "reporting"),
      ...byPerson(MEHMET, `POST ${path}/databases`, { outcome: created }),
      details: {
        instanceId,
        databaseId: "9",
        databaseName: "reporting",
        owner: "erp_app",
        collation: "Latin1_General_100_CI_AS_SC_UTF8",
        compatibilityLevel: 160,
      },
    }),
    tell(at(1_032), (sdk) => sdk.sqlserverFlex.userCreated, {
      ...partOf(ERP_MSSQL, "8", "reporting_ro"),
      ...byPerson(MEHMET, `POST ${path}/users`, { outcome: created }),
      details: {
        instanceId,
        userId: "8",
        userName: "reporting_ro",
        defaultDatabase: "reporting",
        roles: ["db_datareader"],
      },
    }),
    tell(at(1_034), (sdk) => sdk.sqlserverFlex.credentialsRead, {
      ...partOf(ERP_MSSQL, "8", "reporting_ro"),
      ...byPerson(MEHMET, `GET ${path}/users/8`),
      details: { instanceId, userId: "8" },
    }),
    tell(at(1_036), (sdk) => sdk.sqlserverFlex.databaseDeleted, {
      ...partOf(ERP_MSSQL, "archive_2023", "archive_2023"),
      ...byPerson(MEHMET, `DELETE ${path}/databases/archive_2023`, { outcome: noContent }),
      details: { instanceId, databaseName: "archive_2023" },
    }),
  ];
}
