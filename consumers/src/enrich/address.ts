// An address of text as numbers. Node says what is an address; this does the arithmetic.
import { isIPv4, isIPv6 } from "node:net";

/** IPv6 as eight groups of 16 bits. */
export type Address = { family: 4; value: number } | { family: 6; groups: readonly number[] };

/** Longer text is no address: 45 characters, and a zone. */
const MAX_LENGTH = 128;
const GROUPS = 8;

/**
 * Undefined where the text is no address. An IPv4 host that is seen through IPv6 is that IPv4 host: mapped (::ffff:0:0/96, RFC 4291) and
 * behind the well-known NAT64 prefix (64:ff9b::/96, RFC 6052). A zone (RFC 4007) says which wire, not which host, and is left out.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (isIPv4(text)) return { family: 4, value: ipv4(text) };
  if (!isIPv6(text)) return undefined;
  const groups = ipv6(text.split("%", 1)[0] ?? "");
  const isEmbedding = sameText(groups.slice(0, 6), MAPPED) || sameText(groups.slice(0, 6), NAT64);
  return isEmbedding ? { family: 4, value: embedded(groups, 6) } : { family: 6, groups };
}

const MAPPED = [0, 0, 0, 0, 0, 0xffff];
const NAT64 = [0x64, 0xff9b, 0, 0, 0, 0];

/** The IPv4 address that begins at a group. */
export const embedded = (groups: readonly number[], at: number): number =>
  (groups[at] ?? 0) * 0x10000 + (groups[at + 1] ?? 0);

/** As a database is asked for it. */
export const addressText = (address: Address): string =>
  address.family === 6
    ? address.groups.map((group) => group.toString(16)).join(":")
    : [24, 16, 8, 0].map((shift) => (address.value >>> shift) & 0xff).join(".");

const sameText = (some: readonly number[], others: readonly number[]): boolean =>
  some.every((group, index) => group === others[index]);

const ipv4 = (text: string): number => text.split(".").reduce((so, part) => so * 256 + Number(part), 0);

function ipv6(text: string): number[] {
  const [left = [], right] = text.split("::").map(groupsOf);
  return right === undefined
    ? left
    : [...left, ...Array<number>(GROUPS - left.length - right.length).fill(0), ...right];
}

function groupsOf(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const value = ipv4(part);
    return [value >>> 16, value & 0xffff];
  });
}
