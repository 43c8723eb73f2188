// Release 2026.12, the edge: a load balancer with listeners and ingress rules.
import { CHECKOUT, CHIARA, DEPLOYER, PRIYA } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  failure,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { FRONTEND, CATALOG_NET } = things;
const loadBalancerName = FRONTEND.name;
const EXTERNAL_ADDRESS = "203.0.113.80";

export function releaseEdge(at: Clock): StoryEvent[] {
  return [...loadBalancer(at), ...ingress(at)];
}

function loadBalancer(at: Clock): StoryEvent[] {
  const target = (number: number) => ({ name: `web-${number}`, ip: `10.0.4.1${number}` });
  return [
    ...tellLong(
      at(676),
      (sdk) => sdk.loadBalancer.loadBalancerCreated,
      {
        ...about(FRONTEND),
        ...byRobot(DEPLOYER, `POST ${things.eu01(CHECKOUT)}/load-balancers`, {
          body: { name: loadBalancerName, planId: "p50", externalAddress: EXTERNAL_ADDRESS },
          outcome: accepted,
        }),
        details: {
          loadBalancerName,
          planId: "p50",
          privateNetworkOnly: false,
          externalAddress: EXTERNAL_ADDRESS,
          allowedCidrs: [],
          listeners: [
            { name: "https", protocol: "PROTOCOL_TCP", port: 443, targetPoolName: "web", serverNames: [] },
            { name: "http", protocol: "PROTOCOL_TCP", port: 80, targetPoolName: "redirect", serverNames: [] },
          ],
          targetPools: [
            { name: "web", targetPort: 8_443, targets: [target(1), target(2)] },
            { name: "redirect", targetPort: 8_080, targets: [{ ip: "10.0.4.11" }] },
          ],
          networks: [{ networkId: CATALOG_NET.id, role: "ROLE_LISTENERS_AND_TARGETS" }],
          targetSecurityGroupAssigned: true,
          logsPushUrl: "https://logs.acme.example/loki/api/v1/push",
          labels: { app: "shop", stage: "prod" },
        },
        result: { name: loadBalancerName, status: "STATUS_PENDING" },
      },
      {
        takesMs: 143_770,
        by: "load-balancer-controller",
        event: (sdk) => sdk.loadBalancer.loadBalancerCreationEnded,
        details: (durationMs) => ({ loadBalancerName, externalAddress: EXTERNAL_ADDRESS, durationMs }),
      },
    ),
    tell(at(682), (sdk) => sdk.loadBalancer.listenerCreated, {
      ...partOf(FRONTEND, `${loadBalancerName}/https-api`, "https-api"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`),
      details: {
        loadBalancerName,
        listenerName: "https-api",
        protocol: "PROTOCOL_TLS_PASSTHROUGH",
        port: 8_443,
        targetPoolName: "api",
        serverNames: ["api.shop.acme.example"],
      },
      result: { name: loadBalancerName, version: "lb-2" },
    }),
    tell(at(684), (sdk) => sdk.loadBalancer.listenerUpdated, {
      ...partOf(FRONTEND, `${loadBalancerName}/https`, "https"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`, {
        outcome: failure(409, "The load balancer was changed meanwhile: version lb-2 is current."),
      }),
      details: { loadBalancerName, listenerName: "https", serverNames: ["shop.acme.example", "www.shop.acme.example"] },
    }),
    tell(at(685), (sdk) => sdk.loadBalancer.listenerUpdated, {
      ...partOf(FRONTEND, `${loadBalancerName}/https`, "https"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`),
      details: { loadBalancerName, listenerName: "https", serverNames: ["shop.acme.example", "www.shop.acme.example"] },
    }),
    tell(at(687), (sdk) => sdk.loadBalancer.targetPoolUpdated, {
      ...partOf(FRONTEND, `${loadBalancerName}/web`, "web"),
      ...byRobot(DEPLOYER, `PUT ${FRONTEND.path}/target-pools/web`),
      details: {
        loadBalancerName,
        targetPoolName: "web",
        targetPort: 8_443,
        targets: [target(1), target(2), { ip: "10.0.4.13" }],
        useSourceIpAddress: true,
      },
    }),
    tell(at(735), (sdk) => sdk.loadBalancer.listenerDeleted, {
      ...partOf(FRONTEND, `${loadBalancerName}/http`, "http"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`),
      details: { loadBalancerName, listenerName: "http", protocol: "PROTOCOL_TCP", port: 80 },
    }),
  ];
}

/** Opened to all for the first customers, and closed again for the part that is nobody's business. */
function ingress(at: Clock): StoryEvent[] {
  const rule = (name: string) => ({ loadBalancerName, ingressRuleId: uuid(`ingress ${name}`) });
  const anywhere = ["0.0.0.0/0", "::/0"];
  return [
    tell(at(690), (sdk) => sdk.loadBalancer.ingressRuleCreated, {
      ...partOf(FRONTEND, rule("shop").ingressRuleId, "shop"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`),
      details: {
        ...rule("shop"),
        allowedCidrs: ["198.51.100.0/24"],
        openToAll: false,
        ports: [443],
        host: "shop.acme.example",
        path: "/",
        targetPoolName: "web",
      },
    }),
    tell(at(691), (sdk) => sdk.loadBalancer.ingressRuleCreated, {
      ...partOf(FRONTEND, rule("admin").ingressRuleId, "admin"),
      ...byPerson(PRIYA, `PUT ${FRONTEND.path}`),
      details: {
        ...rule("admin"),
        allowedCidrs: anywhere,
        openToAll: true,
        ports: [443],
        host: "shop.acme.example",
        path: "/admin",
        targetPoolName: "web",
      },
    }),
    tell(at(694), (sdk) => sdk.loadBalancer.ingressRuleUpdated, {
      ...partOf(FRONTEND, rule("admin").ingressRuleId, "admin"),
      ...byPerson(CHIARA, `PUT ${FRONTEND.path}`),
      details: {
        ...rule("admin"),
        previousAllowedCidrs: anywhere,
        allowedCidrs: ["198.51.100.0/24"],
        previousOpenToAll: true,
        openToAll: false,
      },
    }),
    tell(at(740), (sdk) => sdk.loadBalancer.ingressRuleUpdated, {
      ...partOf(FRONTEND, rule("shop").ingressRuleId, "shop"),
      ...byPerson(CHIARA, `PUT ${FRONTEND.path}`),
      details: {
        ...rule("shop"),
        previousAllowedCidrs: ["198.51.100.0/24"],
        allowedCidrs: anywhere,
        previousOpenToAll: false,
        openToAll: true,
      },
    }),
  ];
}
