// How many entries of an id's initiators are of which kind, counted beside the id: as a key of its own the kind would cost as much as all else.

/** As they are stored; '': none was said. */
const KINDS = ["", "USER", "SERVICE_ACCOUNT", "SYSTEM"] as const;

/** All kinds that this service does not know. */
export const NEWER_KINDS = "?";

const texts = (kinds: readonly string[]): string => `[${kinds.map((kind) => `'${kind}'`).join(", ")}]`;

/** Of the rows of a group, in the order of KINDS. */
export const kindCounts = `[${KINDS.map((kind) => `countIf(initiator_kind = '${kind}')`).join(", ")}]`;

/** Pairs of kind and count of a group that has `kinds` (kindCounts) and is `counted` in all. */
export const pairsOfKinds = `arrayZip(${texts([...KINDS, NEWER_KINDS])}, arrayPushBack(kinds, toUInt64(counted - arraySum(kinds))))`;
