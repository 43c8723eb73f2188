// The table of initiators' e-mails, apart from the events so that they can be erased (clickhouse/migrations/0003_initiators.sql).

export const INITIATORS_TABLE = "initiators";

/**
 * Version of an erasure: 2^63 - 1, as text, because no JavaScript number holds it. An event's version is its time in milliseconds, and none later
 * than tomorrow is stored, so that no event names the e-mail again.
 */
export const ERASED_VERSION = "9223372036854775807";
