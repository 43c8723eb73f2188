// The night, continued: clusters are upgraded, servers and volumes moved, load balancers and zones looked after.
import { DAY_MS } from "@audit-log/schemas";
import { fingerprint, uuid } from "../digits.ts";
import * as things from "../things.ts";
import { about, byPlatform, partOf, tell, tellLong, type Clock, type StoryEvent } from "../telling.ts";

export function maintenanceOfPlatform(at: Clock): StoryEvent[] {
  return [...clusters(at), ...edge(at)];
}

function clusters(at: Clock): StoryEvent[] {
  const { MONITORING, SHOP_PROD, SHOP_DEV } = things;
  const clusterName = MONITORING.name;
  return [
    tell(at(20), (sdk) => sdk.ske.clusterAutoHibernated, {
      ...about(SHOP_DEV),
      ...byPlatform("hibernation-schedule"),
      details: { clusterName: SHOP_DEV.name, schedule: "0 19 * * 1-5", timezone: "Europe/Berlin" },
    }),
    ...tellLong(
      at(260),
      (sdk) => sdk.ske.clusterAutoMaintained,
      {
        ...about(MONITORING),
        ...byPlatform("maintenance-window"),
        details: { clusterName, raisesKubernetes: true, raisesMachineImage: true },
      },
      {
        takesMs: 1_504_870,
        by: "ske-controller",
        event: (sdk) => sdk.ske.clusterAutoMaintenanceEnded,
        details: (durationMs) => ({ clusterName, durationMs }),
      },
    ),
    tell(at(264), (sdk) => sdk.ske.clusterAutoUpgraded, {
      ...about(MONITORING),
      ...byPlatform("maintenance-window"),
      details: { clusterName, previousKubernetesVersion: "1.33.4", kubernetesVersion: "1.33.5", reason: "auto-update" },
    }),
    tell(at(272), (sdk) => sdk.ske.nodePoolAutoUpgraded, {
      ...partOf(MONITORING, `${clusterName}/workers`, "workers"),
      ...byPlatform("maintenance-window"),
      details: {
        clusterName,
        nodePoolName: "workers",
        imageName: "flatcar",
        imageVersion: "4230.2.4",
        previousImageVersion: "4230.2.3",
        reason: "auto-update",
      },
    }),
    tell(at(290), (sdk) => sdk.ske.clusterCertificatesAutoRotated, {
      ...about(SHOP_PROD),
      ...byPlatform("certificate-rotation"),
      details: {
        clusterName: SHOP_PROD.name,
        certificateNames: ["kube-apiserver", "kubelet-client", "etcd"],
        expiresAt: at(290) + 365 * DAY_MS,
      },
    }),
    tell(at(480), (sdk) => sdk.ske.clusterAutoWokenUp, {
      ...about(SHOP_DEV),
      ...byPlatform("hibernation-schedule"),
      details: { clusterName: SHOP_DEV.name, schedule: "0 7 * * 1-5", timezone: "Europe/Berlin" },
    }),
    tell(at(300), (sdk) => sdk.computeEngine.serverAutoMoved, {
      ...about(things.SEARCH_1),
      ...byPlatform("host-maintenance"),
      details: { serverId: things.SEARCH_1.id, reason: "host-maintenance", live: true, interruptionMs: 180 },
    }),
    tell(at(302), (sdk) => sdk.blockStorage.volumeAutoMoved, {
      ...about(things.SEARCH_DATA),
      ...byPlatform("host-maintenance"),
      details: {
        volumeId: things.SEARCH_DATA.id,
        availabilityZone: "eu01-2",
        previousPool: "ssd-eu01-2-a",
        pool: "ssd-eu01-2-c",
        reason: "maintenance",
      },
    }),
  ];
}

function edge(at: Clock): StoryEvent[] {
  const { GRAFANA, SHOP_ZONE, CORP_ZONE } = things;
  const certificateId = uuid("certificate grafana");
  return [
    tell(at(310), (sdk) => sdk.loadBalancer.loadBalancerAutoMaintained, {
      ...about(GRAFANA),
      ...byPlatform("maintenance-window"),
      details: {
        loadBalancerName: GRAFANA.name,
        kind: "security-update",
        previousVersion: "3.2.4",
        version: "3.2.5",
        durationMs: 212_406,
      },
    }),
    tell(at(316), (sdk) => sdk.loadBalancer.certificateAutoRotated, {
      ...partOf(GRAFANA, certificateId, "grafana"),
      ...byPlatform("certificate-rotation"),
      details: {
        loadBalancerName: GRAFANA.name,
        listenerName: "https",
        certificateId,
        previousCertificateId: uuid("certificate grafana before"),
        serverNames: ["grafana.acme.example"],
        fingerprint: fingerprint("certificate grafana"),
        expiresAt: at(316) + 90 * DAY_MS,
      },
    }),
    tell(at(321), (sdk) => sdk.dns.zoneDnssecKeyAutoRotated, {
      ...about(SHOP_ZONE),
      ...byPlatform("dnssec-rotation"),
      details: {
        zoneId: SHOP_ZONE.id,
        zoneName: SHOP_ZONE.zoneName,
        keyType: "ZSK",
        algorithm: "ECDSAP256SHA256",
        keyTag: 41_187,
        previousKeyTag: 20_834,
        parentUpdateNeeded: false,
      },
    }),
    ...[30, 330, 700, 1_050].map((minute, index) =>
      tell(at(minute), (sdk) => sdk.dns.zoneAutoTransferred, {
        ...about(CORP_ZONE),
        ...byPlatform("zone-transfer"),
        details: {
          zoneId: CORP_ZONE.id,
          zoneName: CORP_ZONE.zoneName,
          primary: "192.0.2.53",
          previousSerial: 2_026_111_904 + index,
          serial: 2_026_111_905 + index,
        },
      }),
    ),
  ];
}
