// The afternoon: a host is lost. What the platform notices and does by itself within minutes.
import * as things from "../things.ts";
import { about, byPlatform, partOf, tell, type Clock, type StoryEvent } from "../telling.ts";

const { SHOP_PROD, FRONTEND, ORDERS_DB, ERP_MSSQL, SESSION_CACHE, CONTENT_DB, SEARCH_1, SEARCH_DATA } = things;

export function incidentOnPlatform(at: Clock): StoryEvent[] {
  return [...alarm(at), ...failovers(at)];
}

/** What the platform notices within minutes. */
function alarm(at: Clock): StoryEvent[] {
  const clusterName = SHOP_PROD.name;
  const health = (minute: number, ip: string, status: string, reason: string | null) =>
    tell(at(minute), (sdk) => sdk.loadBalancer.targetHealthAutoUpdated, {
      ...partOf(FRONTEND, `${FRONTEND.name}/web/${ip}`, ip),
      ...byPlatform("health-check"),
      details: {
        loadBalancerName: FRONTEND.name,
        targetPoolName: "web",
        targetIp: ip,
        targetPort: 8_443,
        status,
        reason,
      },
    });
  const scaled = (minute: number, previousNodeCount: number, nodeCount: number, reason: string) =>
    tell(at(minute), (sdk) => sdk.ske.nodePoolAutoScaled, {
      ...partOf(SHOP_PROD, `${clusterName}/workers`, "workers"),
      ...byPlatform("cluster-autoscaler"),
      details: { clusterName, nodePoolName: "workers", previousNodeCount, nodeCount, reason },
    });
  const pool = (minute: number, previousTargetCount: number, targetCount: number) =>
    tell(at(minute), (sdk) => sdk.loadBalancer.targetPoolAutoScaled, {
      ...partOf(FRONTEND, `${FRONTEND.name}/web`, "web"),
      ...byPlatform("target-sync"),
      details: {
        loadBalancerName: FRONTEND.name,
        targetPoolName: "web",
        previousTargetCount,
        targetCount,
        reason: "cluster-scaled",
      },
    });
  return [
    health(838, "10.0.4.12", "unhealthy", "connection refused"),
    health(839, "10.0.4.13", "unhealthy", "timeout"),
    tell(at(841), (sdk) => sdk.ske.nodeAutoReplaced, {
      ...partOf(SHOP_PROD, `${clusterName}/workers/z2-q4x7n`, `${clusterName}-workers-z2-q4x7n`),
      ...byPlatform("node-repair"),
      details: {
        clusterName,
        nodePoolName: "workers",
        nodeName: `${clusterName}-workers-z2-q4x7n`,
        replacementNodeName: `${clusterName}-workers-z2-zc2wd`,
        reason: "not-ready",
      },
    }),
    scaled(842, 3, 6, "pods-pending"),
    pool(843, 3, 6),
    health(847, "10.0.4.12", "healthy", null),
    health(848, "10.0.4.13", "healthy", null),
    scaled(1_020, 6, 4, "nodes-idle"),
    pool(1_021, 6, 4),
  ];
}

function failovers(at: Clock): StoryEvent[] {
  const moved = { previousPrimary: "node-0", primary: "node-1", reason: "node-unreachable", interruptionMs: 11_420 };
  return [
    tell(at(838.2), (sdk) => sdk.postgresFlex.instanceFailedOver, {
      ...about(ORDERS_DB),
      ...byPlatform("failover"),
      details: { instanceId: ORDERS_DB.id, ...moved },
    }),
    tell(at(838.3), (sdk) => sdk.redis.instanceFailedOver, {
      ...about(SESSION_CACHE),
      ...byPlatform("failover"),
      details: { instanceId: SESSION_CACHE.id, ...moved, interruptionMs: 10_340 },
    }),
    tell(at(838.5), (sdk) => sdk.loadBalancer.loadBalancerFailedOver, {
      ...about(FRONTEND),
      ...byPlatform("failover"),
      details: {
        loadBalancerName: FRONTEND.name,
        previousAvailabilityZone: "eu01-1",
        availabilityZone: "eu01-2",
        reason: "host-lost",
        interruptionMs: 2_650,
      },
    }),
    tell(at(838.6), (sdk) => sdk.computeEngine.serverFailedOver, {
      ...about(SEARCH_1),
      ...byPlatform("failover"),
      details: { serverId: SEARCH_1.id, reason: "host-failure", interruptionMs: 94_210 },
    }),
    tell(at(838.8), (sdk) => sdk.blockStorage.volumeFailedOver, {
      ...about(SEARCH_DATA),
      ...byPlatform("failover"),
      details: {
        volumeId: SEARCH_DATA.id,
        availabilityZone: "eu01-2",
        reason: "storage-node-lost",
        interruptionMs: 4_180,
      },
    }),
    tell(at(840), (sdk) => sdk.sqlserverFlex.instanceFailedOver, {
      ...about(ERP_MSSQL),
      ...byPlatform("failover"),
      details: { instanceId: ERP_MSSQL.id, ...moved, interruptionMs: 6_180 },
    }),
    tell(at(841.5), (sdk) => sdk.mariadb.instanceFailedOver, {
      ...about(CONTENT_DB),
      ...byPlatform("failover"),
      details: { instanceId: CONTENT_DB.id, ...moved, reason: "recreation", interruptionMs: 8_215 },
    }),
  ];
}
