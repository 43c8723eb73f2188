// Release 2026.12: a new image, a search server, more room on its volume.
import { CATALOG, CHECKOUT, CHIARA, DEPLOYER } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byRobot,
  created,
  denied,
  inProject,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { SEARCH_2, SEARCH_DATA, CATALOG_NET, DEBIAN } = things;
const onBehalfOf = [{ id: CHIARA.id, email: CHIARA.email }];

export function releaseServers(at: Clock): StoryEvent[] {
  return [...image(at), ...searchServer(at), ...volumes(at)];
}

function image(at: Clock): StoryEvent[] {
  const imageId = uuid("image search 2026.12");
  const name = "search-2026-12";
  const labels = { os: "debian-13", release: "2026.12" };
  return [
    ...tellLong(
      at(640),
      (sdk) => sdk.computeEngine.imageCreated,
      {
        ...partOf(SEARCH_2, imageId, name),
        ...byRobot(DEPLOYER, `POST ${things.eu01(CATALOG)}/images`, {
          body: { name, diskFormat: "qcow2" },
          outcome: created,
        }),
        details: {
          imageId,
          name,
          diskFormat: "qcow2",
          minDiskSizeGb: 10,
          minRamMb: 1_024,
          deletionProtection: true,
          labels,
        },
        result: { id: imageId },
      },
      {
        takesMs: 143_905,
        by: "image-service",
        event: (sdk) => sdk.computeEngine.imageCreationEnded,
        details: (durationMs) => ({ imageId, durationMs }),
      },
    ),
    tell(at(644), (sdk) => sdk.computeEngine.imageShareUpdated, {
      ...partOf(SEARCH_2, imageId, name),
      ...byRobot(DEPLOYER, `PATCH ${things.eu01(CATALOG)}/images/${imageId}/share`),
      details: { imageId, projectIds: [CHECKOUT.id] },
    }),
  ];
}

function searchServer(at: Clock): StoryEvent[] {
  const serverId = SEARCH_2.id;
  const servers = `${things.eu01(CATALOG)}/servers`;
  const groupId = uuid("security group search");
  return [
    tell(at(660), (sdk) => sdk.computeEngine.quotaDenied, {
      ...inProject(CATALOG),
      ...byRobot(DEPLOYER, `POST ${servers}`, { outcome: denied("The quota vcpu is used up.") }),
      resource: { id: CATALOG.id, name: CATALOG.name },
      details: {
        quota: "vcpu",
        requested: 64,
        used: 208,
        limit: 256,
        attemptedOperation: "compute-engine.server.create",
      },
    }),
    ...tellLong(
      at(664),
      (sdk) => sdk.computeEngine.serverCreated,
      {
        ...about(SEARCH_2),
        ...byRobot(DEPLOYER, `POST ${servers}`, {
          body: { name: SEARCH_2.name, machineType: "m2i.4" },
          outcome: accepted,
        }),
        delegation: onBehalfOf,
        details: {
          serverId,
          name: SEARCH_2.name,
          machineType: "m2i.4",
          availabilityZone: "eu01-2",
          bootSourceType: "image",
          bootSourceId: DEBIAN.id,
          networkId: CATALOG_NET.id,
          keyPairName: "ops-2026",
          securityGroups: [groupId],
          serviceAccountEmails: [],
          userDataGiven: true,
          labels: { stage: "prod", role: "search" },
        },
        result: { id: serverId, status: "CREATING" },
      },
      {
        takesMs: 47_312,
        by: "compute-controller",
        event: (sdk) => sdk.computeEngine.serverCreationEnded,
        details: (durationMs) => ({ serverId, durationMs }),
      },
    ),
    tell(at(668), (sdk) => sdk.computeEngine.securityGroupRuleCreated, {
      ...partOf(SEARCH_2, groupId, "search"),
      ...byRobot(DEPLOYER, `POST ${things.eu01(CATALOG)}/security-groups/${groupId}/rules`, { outcome: created }),
      details: {
        securityGroupId: groupId,
        securityGroupRuleId: uuid("rule search"),
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        portMin: 9_200,
        portMax: 9_300,
        portRange: "9200-9300",
        remoteType: "ip-range",
        remote: "192.0.2.0/24",
        description: "Search, from the cluster",
      },
    }),
    tell(at(672), (sdk) => sdk.computeEngine.serverVolumeAttached, {
      ...about(SEARCH_2),
      ...byRobot(DEPLOYER, `PUT ${SEARCH_2.path}/volume-attachments/${SEARCH_DATA.id}`),
      details: { serverId, volumeId: SEARCH_DATA.id, deleteOnTermination: false },
    }),
  ];
}

function volumes(at: Clock): StoryEvent[] {
  const snapshotId = uuid("snapshot before 2026.12");
  const name = "search-data-before-2026.12";
  return [
    ...tellLong(
      at(657),
      (sdk) => sdk.blockStorage.snapshotCreated,
      {
        ...partOf(SEARCH_DATA, snapshotId, name),
        ...byRobot(DEPLOYER, `POST ${things.eu01(CATALOG)}/snapshots`, { body: { name }, outcome: accepted }),
        details: { snapshotId, volumeId: SEARCH_DATA.id, name, labels: { release: "2026.12" } },
      },
      {
        takesMs: 38_519,
        by: "block-storage-controller",
        event: (sdk) => sdk.blockStorage.snapshotCreationEnded,
        details: (durationMs) => ({ snapshotId, volumeId: SEARCH_DATA.id, durationMs }),
      },
    ),
    ...tellLong(
      at(670),
      (sdk) => sdk.blockStorage.volumeResized,
      {
        ...about(SEARCH_DATA),
        ...byRobot(DEPLOYER, `POST ${SEARCH_DATA.path}/resize`, { body: { size: 1_024 }, outcome: accepted }),
        details: { volumeId: SEARCH_DATA.id, sizeGb: 1_024, previousSizeGb: 512 },
      },
      {
        takesMs: 61_850,
        by: "block-storage-controller",
        event: (sdk) => sdk.blockStorage.volumeResizeEnded,
        details: (durationMs) => ({ volumeId: SEARCH_DATA.id, durationMs }),
      },
    ),
  ];
}
