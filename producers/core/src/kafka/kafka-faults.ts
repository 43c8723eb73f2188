// What a fault of kafkajs means for the batch that was sent. kafkajs wraps the broker's answer, so its type is looked for along the causes.

export type Fault =
  /** The broker will never take the batch; nothing of it was stored. */
  | "refused"
  /** The broker has the batch already. */
  | "stored-before"
  /** The broker no longer knows this producer: a new one must be made, then the batch is sent again. */
  | "new-producer"
  /** Unknown: send the very same batch again. */
  | "again";

const REFUSED = new Set(["MESSAGE_TOO_LARGE", "RECORD_LIST_TOO_LARGE", "INVALID_RECORD", "INVALID_TIMESTAMP"]);
const NEW_PRODUCER = new Set([
  "OUT_OF_ORDER_SEQUENCE_NUMBER",
  "UNKNOWN_PRODUCER_ID",
  "INVALID_PRODUCER_EPOCH",
  "INVALID_PRODUCER_ID_MAPPING",
  "PRODUCER_FENCED",
]);

export function faultOf(cause: unknown): Fault {
  const type = typeOf(cause);
  if (type === undefined) return "again";
  if (REFUSED.has(type)) return "refused";
  if (NEW_PRODUCER.has(type)) return "new-producer";
  return type === "DUPLICATE_SEQUENCE_NUMBER" ? "stored-before" : "again";
}

function typeOf(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null) return undefined;
  if ("type" in cause && typeof cause.type === "string") return cause.type;
  return "cause" in cause ? typeOf(cause.cause) : undefined;
}
