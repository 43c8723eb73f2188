// Where an address lives, by IANA's registries (special-purpose.ts).
import { NETWORK_CLASSES, type NetworkClass } from "@audit-log/schemas";
import { type Address, embedded, parseAddress } from "./address.ts";
import { IPV4_NETWORKS, IPV6_NETWORKS } from "./special-purpose.ts";

interface Network {
  groups: readonly number[];
  bits: number;
  networkClass: NetworkClass;
}

const [IPV4, IPV6] = [IPV4_NETWORKS, IPV6_NETWORKS].map((networks) =>
  networks.map(([text, networkClass]) => networkOf(text, networkClass)),
);

const SIX_TO_FOUR = 0x2002;

/** '' where the text is no address. */
export function networkClassOf(text: string): NetworkClass | "" {
  const address = parseAddress(text);
  return address === undefined ? "" : classOf(address);
}

export function classOf(address: Address): NetworkClass | "" {
  // RFC 3056: a 6to4 address is a network behind its IPv4 address.
  if (address.family === 6 && address.groups[0] === SIX_TO_FOUR)
    return classOf({ family: 4, value: embedded(address.groups, 1) });
  const groups = groupsOf(address);
  const networks = address.family === 4 ? IPV4 : IPV6;
  return networks?.find((network) => isWithin(groups, network))?.networkClass ?? "";
}

function groupsOf(address: Address): readonly number[] {
  return address.family === 6 ? address.groups : [address.value >>> 16, address.value & 0xffff];
}

function isWithin(groups: readonly number[], { groups: network, bits }: Network): boolean {
  for (let index = 0, left = bits; left > 0; index += 1, left -= 16) {
    const differing = (groups[index] ?? 0) ^ (network[index] ?? 0);
    if (differing >>> Math.max(0, 16 - left) !== 0) return false;
  }
  return true;
}

function networkOf(text: string, networkClass: NetworkClass): Network {
  const [address = "", bits = ""] = text.split("/");
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`${text} is no network`);
  return { groups: groupsOf(parsed), bits: Number(bits), networkClass };
}

const CLASSES: readonly string[] = NETWORK_CLASSES;
/** Of the networks of 16 bits whose addresses are not all of one class. */
const MIXED = 255;

/** By the first 16 bits: the index of their class, or MIXED. */
const classesOf16 = Uint8Array.from({ length: 0x10000 }, (_, high) => {
  const inside = IPV4?.some(({ groups, bits }) => bits > 16 && groups[0] === high) === true;
  return inside ? MIXED : CLASSES.indexOf(classOf({ family: 4, value: high * 0x10000 }));
});

/** The index in NETWORK_CLASSES of an IPv4 address, which is a number of 32 bits. */
export function ipv4ClassOf(value: number): number {
  const known = classesOf16[value >>> 16] ?? MIXED;
  return known === MIXED ? CLASSES.indexOf(classOf({ family: 4, value })) : known;
}
