// The afternoon: whoever is on call looks, scales, restarts, opens a console.
import { LUKAS } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byPlatform,
  created,
  denied,
  failure,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { SHOP_PROD, CATALOG_CACHE, CONTENT_DB, SEARCH_1, SEARCH_DATA } = things;

export function incidentOnCall(at: Clock): StoryEvent[] {
  return [...onCall(at), ...caches(at), ...server(at)];
}

function onCall(at: Clock): StoryEvent[] {
  const clusterName = SHOP_PROD.name;
  const scale = (minute: number, maxNodes: number, outcome = accepted) =>
    tell(at(minute), (sdk) => sdk.ske.nodePoolScaled, {
      ...partOf(SHOP_PROD, `${clusterName}/workers`, "workers"),
      ...byPerson(LUKAS, `PUT ${SHOP_PROD.path}`, {
        body: { nodepools: [{ name: "workers", maximum: maxNodes }] },
        outcome,
      }),
      details: {
        clusterName,
        nodePoolName: "workers",
        minNodes: 6,
        maxNodes,
        previousMinNodes: 3,
        previousMaxNodes: 9,
      },
    });
  return [
    tell(at(852), (sdk) => sdk.ske.kubeconfigIssued, {
      ...about(SHOP_PROD),
      ...byPerson(LUKAS, `POST ${SHOP_PROD.path}/kubeconfig`, {
        outcome: denied("The permission ske.kubeconfig.create is missing."),
      }),
      details: { clusterName },
    }),
    tell(at(856), (sdk) => sdk.ske.kubeconfigIssued, {
      ...about(SHOP_PROD),
      ...byPerson(LUKAS, `POST ${SHOP_PROD.path}/kubeconfig`),
      details: { clusterName, validForSeconds: 1_800, expiresAt: at(886) },
      result: { expirationTimestamp: new Date(at(886)).toISOString() },
    }),
    scale(858, 24, failure(400, "At most 20 nodes per node pool.")),
    scale(859, 18),
    tell(at(861), (sdk) => sdk.ske.clusterReconciled, {
      ...about(SHOP_PROD),
      ...byPerson(LUKAS, `POST ${SHOP_PROD.path}/reconcile`, { outcome: accepted }),
      details: { clusterName },
    }),
  ];
}

function caches(at: Clock): StoryEvent[] {
  const instanceId = CATALOG_CACHE.id;
  return [
    tell(at(844), (sdk) => sdk.redis.instanceNodeAutoStopped, {
      ...about(CATALOG_CACHE),
      ...byPlatform("disk-watch"),
      details: { instanceId, node: "node-2", disk: "ephemeral", usedPercent: 81, maxDiskThresholdPercent: 80 },
    }),
    tell(at(866), (sdk) => sdk.redis.instanceUpdated, {
      ...about(CATALOG_CACHE),
      ...byPerson(LUKAS, `PATCH ${CATALOG_CACHE.path}`, { outcome: accepted }),
      details: { instanceId, maxMemoryPolicy: "allkeys-lru", maxDiskThresholdPercent: 85, tlsCipherSuites: [] },
    }),
    tell(at(868), (sdk) => sdk.redis.instanceRestarted, {
      ...about(CATALOG_CACHE),
      ...byPerson(LUKAS, `PATCH ${CATALOG_CACHE.path}/restart`, { outcome: accepted }),
      details: { instanceId },
    }),
    ...tellLong(
      at(878),
      (sdk) => sdk.mariadb.instanceRecreated,
      {
        ...about(CONTENT_DB),
        ...byPerson(LUKAS, `PATCH ${CONTENT_DB.path}/recreate`, { outcome: accepted }),
        details: { instanceId: CONTENT_DB.id },
      },
      {
        takesMs: 1_048_256,
        by: "mariadb-controller",
        event: (sdk) => sdk.mariadb.instanceRecreationEnded,
        details: (durationMs) => ({ instanceId: CONTENT_DB.id, durationMs }),
      },
    ),
  ];
}

/** The search server does not come back by itself. */
function server(at: Clock): StoryEvent[] {
  const serverId = SEARCH_1.id;
  return [
    tell(at(870), (sdk) => sdk.computeEngine.serverLogRead, {
      ...about(SEARCH_1),
      ...byPerson(LUKAS, `GET ${SEARCH_1.path}/log`, { parameters: { length: 500 } }),
      details: { serverId, lines: 500 },
      result: { output: "kernel: blk_update_request: I/O error" },
    }),
    tell(at(872), (sdk) => sdk.computeEngine.serverConsoleOpened, {
      ...about(SEARCH_1),
      ...byPerson(LUKAS, `GET ${SEARCH_1.path}/console`),
      details: { serverId },
      result: { url: "https://console.acme.example/vnc" },
    }),
    tell(at(876), (sdk) => sdk.computeEngine.serverRestarted, {
      ...about(SEARCH_1),
      ...byPerson(LUKAS, `POST ${SEARCH_1.path}/reboot`, { parameters: { action: "hard" }, outcome: accepted }),
      details: { serverId, hard: true },
    }),
    ...tellLong(
      at(884),
      (sdk) => sdk.computeEngine.serverResized,
      {
        ...about(SEARCH_1),
        ...byPerson(LUKAS, `POST ${SEARCH_1.path}/resize`, { body: { machineType: "m2i.8" }, outcome: accepted }),
        details: { serverId, machineType: "m2i.8", previousMachineType: "m2i.4" },
      },
      {
        takesMs: 96_128,
        by: "compute-controller",
        event: (sdk) => sdk.computeEngine.serverResizeEnded,
        details: (durationMs) => ({ serverId, machineType: "m2i.8", durationMs }),
      },
    ),
    ...tellLong(
      at(874),
      (sdk) => sdk.computeEngine.imageCaptured,
      {
        ...partOf(SEARCH_1, uuid("image forensics"), "search-1-forensics"),
        ...byPerson(LUKAS, `POST ${SEARCH_DATA.path}/upload`, { outcome: created }),
        details: {
          imageId: uuid("image forensics"),
          name: "search-1-forensics",
          volumeId: SEARCH_DATA.id,
          diskFormat: "raw",
          deletionProtection: true,
        },
      },
      {
        takesMs: 527_480,
        by: "image-service",
        event: (sdk) => sdk.computeEngine.imageCaptureEnded,
        details: (durationMs) => ({ imageId: uuid("image forensics"), volumeId: SEARCH_DATA.id, durationMs }),
      },
    ),
  ];
}
