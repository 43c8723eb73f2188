// Networks that are not simply the internet, the narrower before the wider. Sources: IANA's IPv4 and IPv6 Special-Purpose Address
// Registries, the multicast registries, and the IPv6 address space: beyond 2000::/3 nothing is assigned to hosts.
import type { NetworkClass } from "@audit-log/schemas";

export const IPV4_NETWORKS: readonly (readonly [network: string, NetworkClass])[] = [
  ["0.0.0.0/8", "RESERVED"], // this network
  ["10.0.0.0/8", "PRIVATE"], // RFC 1918
  ["100.64.0.0/10", "PRIVATE"], // between a provider and its customers, RFC 6598
  ["127.0.0.0/8", "LOOPBACK"],
  ["169.254.0.0/16", "LINK_LOCAL"], // RFC 3927
  ["172.16.0.0/12", "PRIVATE"], // RFC 1918
  ["192.0.0.0/24", "RESERVED"], // protocol assignments, also those that are reachable: services, which call nobody
  ["192.0.2.0/24", "RESERVED"], // documentation
  ["192.88.99.0/24", "RESERVED"], // 6to4 relays, deprecated
  ["192.168.0.0/16", "PRIVATE"], // RFC 1918
  ["198.18.0.0/15", "RESERVED"], // benchmarks
  ["198.51.100.0/24", "RESERVED"], // documentation
  ["203.0.113.0/24", "RESERVED"], // documentation
  ["224.0.0.0/4", "RESERVED"], // multicast
  ["240.0.0.0/4", "RESERVED"], // future use, broadcast
  ["0.0.0.0/0", "PUBLIC"],
];

/** 6to4 (2002::/16) and what maps IPv4 are not here: such an address is its IPv4 address. */
export const IPV6_NETWORKS: readonly (readonly [network: string, NetworkClass])[] = [
  ["::1/128", "LOOPBACK"],
  ["64:ff9b:1::/48", "PRIVATE"], // somebody's own NAT64, RFC 8215
  ["2001::/32", "PUBLIC"], // Teredo: a host of the internet behind its NAT
  ["2001:3::/32", "PUBLIC"], // AMT
  ["2001:4:112::/48", "PUBLIC"], // AS112
  ["2001:20::/28", "PUBLIC"], // ORCHIDv2
  ["2001:30::/28", "PUBLIC"], // drones, RFC 9374
  ["2001::/23", "RESERVED"], // other protocol assignments: anycast services, benchmarks
  ["2001:db8::/32", "RESERVED"], // documentation
  ["3fff::/20", "RESERVED"], // documentation, RFC 9637
  ["2000::/3", "PUBLIC"],
  ["fc00::/7", "PRIVATE"], // RFC 4193
  ["fe80::/10", "LINK_LOCAL"],
  ["::/0", "RESERVED"],
];
