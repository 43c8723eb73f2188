// The product's page names examples of what is logged. Each is an event by name; a test holds that it is one of the catalogue's.

export interface SeedExample {
  /** As the page has it. */
  phrase: string;
  events: readonly string[];
}

const DATABASES = ["postgres-flex", "mongodb-flex", "mariadb", "sqlserver-flex", "redis"];
const ofEach = (services: readonly string[], event: string): string[] =>
  services.map((service) => `${service}.${event}`);

export const SEED_EXAMPLES: readonly SeedExample[] = [
  {
    phrase: "creating or deleting clusters",
    events: ["ske.cluster.create", "ske.cluster.create.end", "ske.cluster.delete", "ske.cluster.delete.end"],
  },
  {
    phrase: "scaling VM instances",
    events: [
      "compute-engine.server.resize",
      "compute-engine.server.resize.end",
      "ske.node-pool.scale",
      "ske.node-pool.auto-scale",
    ],
  },
  {
    phrase: "changing firewall rules",
    events: ["compute-engine.security-group.rule.create", "compute-engine.security-group.rule.delete"],
  },
  { phrase: "creating database instances", events: ofEach(DATABASES, "instance.create") },
  { phrase: "manual backups", events: [...ofEach(DATABASES, "backup.create"), "block-storage.backup.create"] },
  {
    phrase: "changing access credentials",
    events: [
      ...ofEach(["mariadb", "redis"], "credentials.create"),
      ...ofEach(["mariadb", "redis"], "credentials.delete"),
      ...ofEach(["postgres-flex", "mongodb-flex", "sqlserver-flex"], "user.password.reset"),
    ],
  },
  {
    phrase: "role assignments (RBAC)",
    events: [
      "iam.role-assignment.create",
      "iam.role-assignment.update",
      "iam.role-assignment.delete",
      "iam.role-assignment.expire",
      "membership.member.add",
      "membership.member.remove",
    ],
  },
  { phrase: "rotating keys", events: ["kms.key.rotate", "kms.key.auto-rotate"] },
  { phrase: "creating service accounts", events: ["service-account.account.create"] },
  { phrase: "deleting service accounts", events: ["service-account.account.delete"] },
  { phrase: "creating buckets", events: ["object-storage.bucket.create"] },
  {
    phrase: "changing access permissions (ACLs)",
    events: [
      "object-storage.bucket.acl.update",
      "object-storage.bucket.policy.update",
      "object-storage.bucket.policy.delete",
    ],
  },
  { phrase: "deleting volumes", events: ["block-storage.volume.delete"] },
  { phrase: "creating listeners", events: ["load-balancer.listener.create"] },
  {
    phrase: "updating DNS records",
    events: ["dns.record-set.create", "dns.record-set.update", "dns.record-set.delete"],
  },
  {
    phrase: "modifying ingress rules",
    events: [
      "load-balancer.ingress-rule.create",
      "load-balancer.ingress-rule.update",
      "load-balancer.ingress-rule.delete",
    ],
  },
  {
    phrase: "creating or deleting projects",
    events: [
      "resource-manager.project.create",
      "resource-manager.project.delete",
      "resource-manager.project.delete.end",
    ],
  },
  {
    phrase: "changing billing account details",
    events: ["billing.account.update", "billing.tax-id.update", "billing.default-payment-method.update"],
  },
  {
    phrase: "when you add, remove, or update memberships",
    events: ["membership.member.add", "membership.member.remove", "membership.role.update"],
  },
  {
    phrase: "creation, deletion, or update of organizations, folders, and projects",
    events: ["organization", "folder", "project"].flatMap((kind) =>
      ["create", "update", "delete"].map((verb) => `resource-manager.${kind}.${verb}`),
    ),
  },
  {
    phrase: "creating or revoking access tokens",
    events: ["service-account.access-token.create", "service-account.access-token.revoke"],
  },
];
