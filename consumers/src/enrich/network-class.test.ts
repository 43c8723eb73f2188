// The borders of every network of the registries, and texts that are no address.
import { isIP } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addressText, parseAddress } from "./address.ts";
import { networkClassOf } from "./network-class.ts";

it.each([
  // IPv4, at its borders
  ["0.0.0.0", "RESERVED"],
  ["0.255.255.255", "RESERVED"],
  ["1.0.0.0", "PUBLIC"],
  ["9.255.255.255", "PUBLIC"],
  ["10.0.0.0", "PRIVATE"],
  ["10.255.255.255", "PRIVATE"],
  ["11.0.0.0", "PUBLIC"],
  ["100.63.255.255", "PUBLIC"],
  ["100.64.0.0", "PRIVATE"],
  ["100.127.255.255", "PRIVATE"],
  ["100.128.0.0", "PUBLIC"],
  ["127.0.0.1", "LOOPBACK"],
  ["128.0.0.0", "PUBLIC"],
  ["169.253.255.255", "PUBLIC"],
  ["169.254.169.254", "LINK_LOCAL"],
  ["169.255.0.0", "PUBLIC"],
  ["172.15.255.255", "PUBLIC"],
  ["172.16.0.0", "PRIVATE"],
  ["172.31.255.255", "PRIVATE"],
  ["172.32.0.0", "PUBLIC"],
  ["192.0.0.10", "RESERVED"],
  ["192.0.1.0", "PUBLIC"],
  ["192.0.2.201", "RESERVED"],
  ["192.31.196.1", "PUBLIC"],
  ["192.88.99.1", "RESERVED"],
  ["192.167.255.255", "PUBLIC"],
  ["192.168.178.1", "PRIVATE"],
  ["192.169.0.0", "PUBLIC"],
  ["198.17.255.255", "PUBLIC"],
  ["198.18.0.0", "RESERVED"],
  ["198.19.255.255", "RESERVED"],
  ["198.20.0.0", "PUBLIC"],
  ["198.51.100.7", "RESERVED"],
  ["203.0.113.203", "RESERVED"],
  ["223.255.255.255", "PUBLIC"],
  ["224.0.0.1", "RESERVED"],
  ["240.0.0.0", "RESERVED"],
  ["255.255.255.255", "RESERVED"],
  // IPv6
  ["::", "RESERVED"],
  ["::1", "LOOPBACK"],
  ["0:0:0:0:0:0:0:1", "LOOPBACK"],
  ["::2", "RESERVED"],
  ["::8.8.8.8", "RESERVED"],
  ["100::1", "RESERVED"],
  ["100:0:0:1::1", "RESERVED"],
  ["2000::1", "PUBLIC"],
  ["2001::1", "PUBLIC"],
  ["2001:1::1", "RESERVED"],
  ["2001:2::1", "RESERVED"],
  ["2001:3::1", "PUBLIC"],
  ["2001:4:112::1", "PUBLIC"],
  ["2001:4:113::1", "RESERVED"],
  ["2001:10::1", "RESERVED"],
  ["2001:20::1", "PUBLIC"],
  ["2001:3f::1", "PUBLIC"],
  ["2001:40::1", "RESERVED"],
  ["2001:200::1", "PUBLIC"],
  ["2001:db7:ffff::1", "PUBLIC"],
  ["2001:db8::1", "RESERVED"],
  ["2001:DB8:FFFF::1", "RESERVED"],
  ["2001:db9::1", "PUBLIC"],
  ["2003:e2:7f00::1", "PUBLIC"],
  ["2620:4f:8000::1", "PUBLIC"],
  ["3fff:fff::1", "RESERVED"],
  ["3fff:1000::1", "PUBLIC"],
  ["4000::1", "RESERVED"],
  ["5f00::1", "RESERVED"],
  ["fbff::1", "RESERVED"],
  ["fc00::1", "PRIVATE"],
  ["fdff:ffff::1", "PRIVATE"],
  ["fe00::1", "RESERVED"],
  ["fe80::1", "LINK_LOCAL"],
  ["febf::1", "LINK_LOCAL"],
  ["fec0::1", "RESERVED"],
  ["ff02::1", "RESERVED"],
  // An IPv4 host seen through IPv6
  ["::ffff:10.0.0.1", "PRIVATE"],
  ["::ffff:0a00:0001", "PRIVATE"],
  ["::FFFF:8.8.8.8", "PUBLIC"],
  ["::ffff:127.0.0.1", "LOOPBACK"],
  ["64:ff9b::8.8.8.8", "PUBLIC"],
  ["64:ff9b::192.168.0.1", "PRIVATE"],
  ["64:ff9b:1::8.8.8.8", "PRIVATE"],
  ["2002:0808:0808::1", "PUBLIC"],
  ["2002:a00:1::1", "PRIVATE"],
  // Zones
  ["fe80::1%eth0", "LINK_LOCAL"],
  ["fe80::1%25", "LINK_LOCAL"],
  ["::ffff:10.0.0.1%lo", "PRIVATE"],
  // No addresses
  ["", ""],
  ["localhost", ""],
  ["10.0.0", ""],
  ["10.0.0.256", ""],
  ["010.0.0.1", ""],
  ["10.0.0.1:443", ""],
  ["[::1]", ""],
  [" 10.0.0.1", ""],
  ["1::2::3", ""],
  ["12345::", ""],
  ["fe80::1%", ""],
  ["203.0.113.7, 10.0.0.1", ""],
])("%s is %s", (address, networkClass) => {
  expect(networkClassOf(address)).toBe(networkClass);
});

const addresses = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.string(),
  fc.string({ unit: fc.constantFrom(":", ".", "0", "f", "%") }),
);

it("knows exactly what Node takes for an address", () => {
  fc.assert(fc.property(addresses, (text) => (networkClassOf(text) !== "") === (isIP(text) !== 0)));
});

it("takes no long text for an address, and asks nobody", () => {
  for (const text of ["1", ":", "::1%a", "1.1.1."].map((piece) => piece.repeat(100_000)))
    expect(networkClassOf(text)).toBe("");
});

it("gives a database the address that was meant", () => {
  // The same host by its other names.
  expect([
    addressText(parseAddress("::ffff:80.187.1.2") ?? never()),
    addressText(parseAddress("2003::e2:0:1") ?? never()),
  ]).toEqual(["80.187.1.2", "2003:0:0:0:0:e2:0:1"]);
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const address = parseAddress(text) ?? never();
      expect(parseAddress(addressText(address))).toEqual(address);
    }),
  );
});

const never = () => expect.unreachable("it is an address");
