// Bounds that the SDK, the worker and the query service agree on (design: "The contract", "Storage").

export const KIB = 1024;

/** Largest encoded event; the SDK cuts free-form parts until an event fits. */
export const MAX_EVENT_BYTES = 256 * KIB;

/** Largest free-form part (request headers, parameters, body, result), UTF-8 bytes of its JSON text. */
export const MAX_PART_BYTES = 64 * KIB;

/** Longest name, id or e-mail, UTF-16 code units (the published contract's maxLength). */
export const MAX_NAME_LENGTH = 255;

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** How long an event is stored and shown. */
export const RETENTION_DAYS = 90;
export const RETENTION_MS = RETENTION_DAYS * DAY_MS;

/** How far a producer's clock may run ahead before its events are refused. */
export const FUTURE_TOLERANCE_MS = 24 * HOUR_MS;

/** How long Kafka keeps an event and a dead letter. */
export const TOPIC_RETENTION_MS = 7 * DAY_MS;
export const DEAD_LETTER_RETENTION_MS = 90 * DAY_MS;
