// What a service hands over when a server is created: a parsed request with a body of about 1 KB, headers of which one is a credential,
// the caller, the outcome. Each one is new, as in a service; only ids and names differ.
import type { EventInput } from "@audit-log/producer-core";
import type { ServerCreated } from "@audit-log/schemas/compute/compute-engine";

export const BENCH_EVENT = "compute-engine.server.create";
export const SDK_DOMAIN = "compute";
const PROJECTS = 1_000;

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, "0");
const uuid = (n: number): string => `${hex(n, 8)}-1e3a-4b5c-8d7e-9f0a1b2c3d4e`;

function bodyText(n: number): string {
  return JSON.stringify({
    name: `web-${n}`,
    description: "Front end of the shop in production; see the wiki for how it is run and whom to call.",
    machineType: "c2i.4",
    availabilityZone: "eu01-1",
    bootVolume: {
      source: { type: "image", id: uuid(n * 7) },
      size: 32,
      performanceClass: "storage_premium_perf2",
      deleteOnTermination: true,
    },
    networking: { networkId: uuid(n * 3), ipv4: `10.4.${n % 250}.${n % 200}`, dnsName: `web-${n}.shop.example.com` },
    keypairName: "ops-2026",
    affinityGroup: uuid(n * 5),
    securityGroups: [uuid(n * 11), uuid(n * 13)],
    serviceAccountMails: ["deploy-q4m8z@sa.example.com"],
    adminPassword: `correct-horse-${n}`,
    labels: { stage: "prod", role: "web", team: "commerce", "cost-center": "4711", "app.kubernetes.io/name": "shop" },
    volumes: [
      {
        name: `data-${n}`,
        size: 200,
        performanceClass: "storage_premium_perf6",
        encrypted: true,
        labels: { tier: "hot" },
      },
      {
        name: `logs-${n}`,
        size: 50,
        performanceClass: "storage_premium_perf1",
        encrypted: false,
        labels: { tier: "cold" },
      },
    ],
    maintenance: { window: "SUN 02:00-04:00", timeZone: "Europe/Berlin", restart: true },
  });
}

export const bodyBytes = bodyText(1).length;

export type InputOf = (n: number) => EventInput<ServerCreated>;

/** The same event as a service records it that hands over no headers, no parameters and no body. */
export function smallInput(n: number): EventInput<ServerCreated> {
  const input = benchInput(n);
  return { ...input, request: { endpoint: `/v2/projects/${input.scope.id}/servers`, method: "POST" } };
}

const IN_TURN = 200;

/**
 * Few inputs again and again: they are in the processor's caches, as what a service has just parsed is. Thirty thousand that were made
 * before are not: each is then fetched from memory, and all of them are walked by the garbage collector.
 */
export function inTurn(inputOf: InputOf): InputOf {
  const inputs = Array.from({ length: IN_TURN }, (_, n) => inputOf(n));
  return (n) => inputs[n % IN_TURN] ?? inputOf(n);
}

/** Of the `n`-th event; a thousand projects. */
export function benchInput(n: number): EventInput<ServerCreated> {
  const project = uuid(n % PROJECTS);
  return {
    scope: { type: "PROJECT", id: project },
    context: { organizationId: uuid(1), folderId: uuid(2) },
    initiator: { kind: "SERVICE_ACCOUNT", id: uuid(4), email: "terraform-infra-q4m8z@sa.stackit.cloud" },
    request: {
      endpoint: `/v2/projects/${project}/regions/eu01/servers`,
      method: "POST",
      headers: {
        host: "iaas.api.eu01.example.com",
        authorization: `Bearer eyJhbGciOiJSUzI1NiJ9.${hex(n, 16)}.c2lnbmF0dXJl`,
        "content-type": "application/json",
        accept: "application/json",
        "user-agent": "Terraform/1.9.8 terraform-provider-stackit/0.70.0",
        "x-request-id": `req-${hex(n, 8)}`,
      },
      parameters: { projectId: project, region: "eu01" },
      body: JSON.parse(bodyText(n)),
    },
    sourceIpAddress: "192.0.2.77",
    userAgent: "Terraform/1.9.8 terraform-provider-stackit/0.70.0",
    resource: { id: uuid(n), name: `web-${n}` },
    outcome: { result: "SUCCESS", statusCode: 202 },
    correlationId: `req-${hex(n, 8)}`,
    operationId: uuid(n * 17),
    traceparent: `00-81a3184c548415fa82232${hex(n, 11)}-b1cf7158e38ea297-01`,
    details: {
      serverId: uuid(n),
      name: `web-${n}`,
      machineType: "c2i.4",
      availabilityZone: "eu01-1",
      bootSourceType: "image",
      bootSourceId: uuid(n * 7),
      networkId: uuid(n * 3),
      keyPairName: "ops-2026",
      affinityGroupId: uuid(n * 5),
      securityGroups: [uuid(n * 11), uuid(n * 13)],
      serviceAccountEmails: ["deploy-q4m8z@sa.example.com"],
      userDataGiven: false,
      labels: { stage: "prod", role: "web" },
    },
  };
}
