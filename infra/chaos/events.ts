// What the producing processes record: three domains, seven scopes each, three modes. An event's tag, by which it is found again, is its
// resource's id: `<producer>:<n>`.
import { type DomainName, type EventName } from "@audit-log/schemas";
import { type EventInput, project, user } from "@audit-log/producer-core";

export type Mode = "buffered" | "durable" | "strict";

interface Kind {
  domain: DomainName;
  name: EventName;
  details: object;
}

export const KINDS: readonly [Kind, ...Kind[]] = [
  { domain: "membership", name: "membership.role.delete", details: { roleId: "role" } },
  { domain: "resource-manager", name: "resource-manager.folder.delete", details: { containerId: "folder" } },
  {
    domain: "service-account",
    name: "service-account.account.delete",
    details: { serviceAccountEmail: "robot@example.com" },
  },
];
export const DOMAINS = KINDS.map(({ domain }) => domain);
const SCOPES = 7;

export const modeOf = (n: number): Mode => (n % 10 === 3 ? "strict" : n % 5 === 1 ? "durable" : "buffered");

export const kindOf = (n: number): Kind => KINDS[n % KINDS.length] ?? KINDS[0];

export const inputOf = (tag: string, n: number): EventInput<object> => ({
  scope: project(`project-${n % SCOPES}`),
  initiator: user("user-1", "ada@example.com"),
  resource: { id: tag, name: "chaos" },
  request: { endpoint: "/v1/things", body: { n, text: "x".repeat(n % 300) } },
  details: kindOf(n).details,
});
