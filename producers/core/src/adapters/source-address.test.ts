import { expect, it } from "vitest";
import { sourceAddressOf } from "./source-address.ts";

const PROXY = "10.0.0.1";

it.each<[string, number, string | undefined, string]>([
  ["the peer, where no proxy is trusted", 0, "203.0.113.9", PROXY],
  ["whom the proxy was called by", 1, "192.0.2.7", "192.0.2.7"],
  ["not what the caller forged before it", 1, "203.0.113.9, 192.0.2.7", "192.0.2.7"],
  ["not a forged list", 1, "127.0.0.1,127.0.0.1,127.0.0.1, 192.0.2.7", "192.0.2.7"],
  ["whom the outer of two was called by", 2, "203.0.113.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"],
  ["the furthest known, where there are fewer entries than proxies", 3, "192.0.2.7, 10.0.0.2", "192.0.2.7"],
  ["the proxy, where it wrote no header", 1, undefined, PROXY],
  ["the proxy, where it wrote no address", 1, "203.0.113.9, unknown", PROXY],
  ["the inner proxy, where the outer wrote no address", 2, "203.0.113.9, <script>, 10.0.0.2", "10.0.0.2"],
  ["the proxy, where the header is empty", 1, "", PROXY],
  ["an IPv4 address without its port", 1, "192.0.2.7:4711", "192.0.2.7"],
  ["an IPv6 address without its port", 1, "[2001:db8::1]:4711", "2001:db8::1"],
  ["an IPv6 address", 1, "2001:db8::1", "2001:db8::1"],
  ["a mapped IPv4 address as IPv4", 1, "::ffff:192.0.2.7", "192.0.2.7"],
])("%s", (_name, proxies, header, expected) => {
  expect(sourceAddressOf(PROXY, header, proxies)).toBe(expected);
});

it("of a peer on a socket of both families", () => {
  expect(sourceAddressOf("::ffff:192.0.2.7", undefined, 0)).toBe("192.0.2.7");
  expect(sourceAddressOf(undefined, "192.0.2.7", 1)).toBeUndefined();
});
