// The closed sets, as the contract has them (schemas/avro/envelope.avsc; a test compares).
import type { Envelope } from "@audit-log/schemas";

export const EVENT_TYPES = [
  "ADMIN_ACTIVITY",
  "SYSTEM_EVENT",
  "POLICY_DENIED",
] as const satisfies readonly Envelope["eventType"][];
export const CATEGORIES = ["ADMINISTRATIVE", "ACCESS"] as const satisfies readonly Envelope["category"][];
export const SEVERITIES = ["INFO", "ERROR"] as const satisfies readonly Envelope["severity"][];
export const OUTCOMES = ["SUCCESS", "FAILURE", "DENIED"] as const satisfies readonly Envelope["outcome"]["result"][];
export const SCOPE_TYPES = [
  "ORGANIZATION",
  "FOLDER",
  "PROJECT",
] as const satisfies readonly Envelope["scope"]["type"][];
export const INITIATOR_KINDS = [
  "USER",
  "SERVICE_ACCOUNT",
  "SYSTEM",
] as const satisfies readonly Envelope["initiator"]["kind"][];
