// Which kinds the initiators of one id have, as one number: a bit for each. Nearly always there is one.

/** As stored; a newer one is UNKNOWN here. '': none was said. */
const KINDS = ["", "USER", "SERVICE_ACCOUNT", "SYSTEM"] as const;
const UNKNOWN = 128;

const names = KINDS.map((kind) => `'${kind}'`).join(", ");
const bits = KINDS.map((_kind, index) => 2 ** index).join(", ");

/** Of the rows of a group. A transformed dictionary costs next to nothing. */
export const kindsSql = `groupBitOr(transform(initiator_kind, [${names}], [${bits}], ${UNKNOWN}))`;

/** The kind where there is one, and it is known: undefined otherwise. */
export const onlyKind = (kinds: number): string | undefined => KINDS.find((_kind, index) => kinds === 2 ** index);
