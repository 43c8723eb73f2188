// Release 2026.12: the rollout to the clusters by Terraform, on behalf of whoever pushed.
import { CATALOG, CHECKOUT, CHIARA, DEPLOYER, PRIYA } from "../cast.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  failure,
  inProject,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { SHOP_PROD, SHOP_DEV } = things;
const onBehalfOf = [{ id: CHIARA.id, email: CHIARA.email }];

export function releaseClusters(at: Clock): StoryEvent[] {
  return [...clusters(at), ...labels(at)];
}

function clusters(at: Clock): StoryEvent[] {
  const clusterName = SHOP_PROD.name;
  return [
    tell(at(636), (sdk) => sdk.ske.kubeconfigIssued, {
      ...about(SHOP_PROD),
      ...byRobot(DEPLOYER, `POST ${SHOP_PROD.path}/kubeconfig`, { body: { expirationSeconds: "3600" } }),
      delegation: onBehalfOf,
      details: { clusterName, validForSeconds: 3_600, expiresAt: at(696) },
      result: { expirationTimestamp: new Date(at(696)).toISOString() },
    }),
    tell(at(638), (sdk) => sdk.ske.clusterUpdated, {
      ...about(SHOP_PROD),
      ...byRobot(DEPLOYER, `PUT ${SHOP_PROD.path}`, { body: { kubernetes: { version: "1.33.5" } }, outcome: accepted }),
      delegation: onBehalfOf,
      details: { clusterName, kubernetesVersion: "1.33.5", maintenanceStart: "00:00:00Z", maintenanceEnd: "02:00:00Z" },
    }),
    tell(at(646), (sdk) => sdk.ske.nodePoolCreated, {
      ...partOf(SHOP_PROD, `${clusterName}/batch`, "batch"),
      ...byRobot(DEPLOYER, `PUT ${SHOP_PROD.path}`, {
        outcome: failure(400, "The machine type g2i.8 is not available in eu01-3."),
      }),
      delegation: onBehalfOf,
      details: batch("g2i.8", "eu01-3"),
    }),
    tell(at(651), (sdk) => sdk.ske.nodePoolCreated, {
      ...partOf(SHOP_PROD, `${clusterName}/batch`, "batch"),
      ...byRobot(DEPLOYER, `PUT ${SHOP_PROD.path}`, { outcome: accepted }),
      delegation: onBehalfOf,
      details: batch("g2i.8", "eu01-2"),
    }),
    tell(at(655), (sdk) => sdk.ske.clusterAclUpdated, {
      ...about(SHOP_PROD),
      ...byPerson(CHIARA, `PUT ${SHOP_PROD.path}`),
      details: {
        clusterName,
        aclEnabled: true,
        allowedCidrs: ["198.51.100.0/24", "192.0.2.64/26"],
        previousAllowedCidrs: ["198.51.100.0/24"],
      },
    }),
    ...tellLong(
      at(700),
      (sdk) => sdk.ske.clusterHibernated,
      {
        ...about(SHOP_DEV),
        ...byPerson(PRIYA, `POST ${SHOP_DEV.path}/hibernate`, { outcome: accepted }),
        details: { clusterName: SHOP_DEV.name },
      },
      {
        takesMs: 184_220,
        by: "ske-controller",
        event: (sdk) => sdk.ske.clusterHibernationEnded,
        details: (durationMs) => ({ clusterName: SHOP_DEV.name, durationMs }),
      },
    ),
    ...tellLong(
      at(1_040),
      (sdk) => sdk.ske.credentialsRotationCompleted,
      {
        ...about(SHOP_PROD),
        ...byPerson(CHIARA, `POST ${SHOP_PROD.path}/complete-credentials-rotation`, { outcome: accepted }),
        details: { clusterName },
      },
      {
        takesMs: 236_418,
        by: "ske-controller",
        event: (sdk) => sdk.ske.credentialsRotationCompletionEnded,
        details: (durationMs) => ({ clusterName, durationMs }),
      },
    ),
    tell(at(704), (sdk) => sdk.ske.credentialsRotationStarted, {
      ...about(SHOP_PROD),
      ...byPerson(CHIARA, `POST ${SHOP_PROD.path}/start-credentials-rotation`, { outcome: accepted }),
      details: { clusterName },
    }),
  ];
}

const batch = (machineType: string, zone: string) => ({
  clusterName: SHOP_PROD.name,
  nodePoolName: "batch",
  machineType,
  imageName: "flatcar",
  imageVersion: "4230.2.4",
  minNodes: 0,
  maxNodes: 6,
  availabilityZones: [zone],
  volumeType: "storage_premium_perf1",
  volumeSizeGb: 100,
  labels: { workload: "batch" },
});

/** What Terraform does at the end of each apply: it labels the projects that it released to. */
function labels(at: Clock): StoryEvent[] {
  return [CHECKOUT, CATALOG].map((project, index) => {
    const labels = { release: "2026.12", stage: "prod" };
    return tell(at(745 + index), (sdk) => sdk.resourceManager.projectUpdated, {
      ...inProject(project),
      ...byRobot(DEPLOYER, `PATCH /v2/projects/${project.id}`, { body: { labels } }),
      delegation: onBehalfOf,
      resource: { id: project.id, name: project.name },
      details: { containerId: project.containerId, labels },
      result: { labels },
    });
  });
}
