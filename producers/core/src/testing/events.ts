// A valid event for tests, and what was stored, decoded again.
import {
  type AuditEvent,
  compileType,
  type DomainName,
  domainSchemas,
  HEADER_BYTES,
  topicOf,
} from "@audit-log/schemas";
import { type EventInput, project, type RecorderConfig, user } from "../index.ts";

export interface RoleDeletedDetails {
  roleId: string;
}

/** An input for "membership.role.delete". */
export const roleDeleted = (changes: Partial<EventInput<RoleDeletedDetails>> = {}): EventInput<RoleDeletedDetails> => ({
  scope: project("project-1"),
  initiator: user("user-1", "ada@example.com"),
  resource: { id: "role-1", name: "deployer" },
  details: { roleId: "role-1" },
  ...changes,
});

export const testConfig = (changes: Partial<RecorderConfig> = {}): RecorderConfig => ({
  kafka: { brokers: ["unused:1"], tls: false },
  registry: { url: "http://unused" },
  prefix: "audit",
  region: "eu01",
  producerId: "producer-1",
  ...changes,
});

/** Decodes framed Avro of a domain with the schema that this version writes. */
export function decoder(domain: DomainName): (value: Buffer) => AuditEvent {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`${domain} has no events`);
  const type = compileType(schema);
  return (value) => type.fromBuffer(value.subarray(HEADER_BYTES));
}

export const MEMBERSHIP = topicOf("membership");
