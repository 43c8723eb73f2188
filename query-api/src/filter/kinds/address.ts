// An IP address, or a network of them in CIDR notation. The column is text, as the producer sent it.
//
// One address is compared with its usual spellings, as text, so that an index on the column serves. A network is compared by number; an IPv4
// address counts as the IPv6 address that it is mapped to (::ffff:0:0/96, RFC 4291), so that 10.0.0.0/8 has both. A zone (RFC 4007) is not looked at.
import { BlockList, isIP, isIPv4, SocketAddress } from "node:net";
import { absentIsEmpty, anyOf, type Bind, type Kind, type Value } from "./kind.ts";
import { exactly } from "./text.ts";

const MAPPED = "::ffff:";
const MAPPED_BITS = 96;

export const addressKind: Kind = {
  name: "address",
  operators: ["=", "!="],
  takesPrefix: false,
  read: ({ text, prefix }) => {
    const canonical = canonicalOf(text);
    return canonical === undefined
      ? { ok: false, expected: "an IPv4 or IPv6 address, or a network such as 203.0.113.0/24 or 2001:db8::/32" }
      : { ok: true, value: { text: canonical, prefix } };
  },
  condition: (column, _operator, values, bind) => {
    const networks = values.filter(isNetwork).map(({ text }) => withinCondition(column, text, bind));
    const addresses = values.filter((value) => !isNetwork(value)).flatMap(({ text }) => spellingsOf(text));
    return anyOf([...exactly(column, addresses.map(plain), bind), ...networks]);
  },
  matches: (_operator, value) => {
    if (isNetwork(value)) return withinNetwork(value.text);
    const spellings = spellingsOf(value.text);
    return (stored) => spellings.includes(stored);
  },
  ...absentIsEmpty,
};

const plain = (text: string): Value => ({ text, prefix: false });

const isNetwork = ({ text }: Value): boolean => text.includes("/");

/** RFC 5952, what is mapped as IPv4; undefined where the text is neither address nor network. */
function canonicalOf(text: string): string | undefined {
  const [address = "", bits, ...more] = text.split("/");
  if (isIP(address) === 0 || address.includes("%") || more.length > 0) return undefined;
  const canonical = unmapped(isIPv4(address) ? address : canonical6(address));
  if (bits === undefined) return canonical;
  if (!/^[0-9]{1,3}$/.test(bits)) return undefined;
  const shorter = isIPv4(canonical) && !isIPv4(address) ? MAPPED_BITS : 0;
  const most = isIPv4(canonical) ? 32 : 128;
  const length = Number(bits) - shorter;
  // A network that is wider than all that is mapped stays one of IPv6.
  if (length < 0) return `${canonical6(address)}/${Number(bits)}`;
  return length <= most ? `${canonical}/${length}` : undefined;
}

const canonical6 = (address: string): string => new SocketAddress({ address, family: "ipv6" }).address;

function unmapped(address: string): string {
  const rest = address.startsWith(MAPPED) ? address.slice(MAPPED.length) : "";
  return isIPv4(rest) ? rest : address;
}

function spellingsOf(address: string): string[] {
  if (!isIPv4(address)) {
    const spelled = [address, hexadecimal(address)];
    return [...new Set([...spelled, ...spelled.map((one) => one.toUpperCase())])];
  }
  return [address, MAPPED + address, hexadecimal(MAPPED + address)];
}

/** Without an IPv4 address at its end: the URL standard writes none. */
const hexadecimal = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

function asIPv6(network: string): { address: string; bits: number } {
  const [address = "", bits = ""] = network.split("/");
  return isIPv4(address)
    ? { address: MAPPED + address, bits: Number(bits) + MAPPED_BITS }
    : { address, bits: Number(bits) };
}

function withinCondition(column: string, network: string, bind: Bind): string {
  const { address, bits } = asIPv6(network);
  const range = `IPv6CIDRToRange(toIPv6(${bind(address, "String")}), ${bind(bits, "UInt8")})`;
  return `ifNull(toIPv6OrNull(splitByChar('%', ${column})[1]) BETWEEN ${range}.1 AND ${range}.2, 0)`;
}

function withinNetwork(network: string): (stored: string) => boolean {
  const { address, bits } = asIPv6(network);
  const list = new BlockList();
  list.addSubnet(address, bits, "ipv6");
  return (stored) => {
    const [bare = ""] = stored.split("%", 1);
    if (isIP(bare) === 0) return false;
    return list.check(isIPv4(bare) ? MAPPED + bare : bare, "ipv6");
  };
}
