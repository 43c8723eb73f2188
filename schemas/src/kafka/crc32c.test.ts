import { expect, it } from "vitest";
import { crc32c } from "./crc32c.ts";

/** RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRC algorithms. */
it.each([
  ["123456789", Buffer.from("123456789"), 0xe3069283],
  ["32 bytes of 0", Buffer.alloc(32), 0x8a9136aa],
  ["32 bytes of 255", Buffer.alloc(32, 0xff), 0x62a8ab43],
  ["0 to 31", Buffer.from(Array.from({ length: 32 }, (_, byte) => byte)), 0x46dd794e],
  ["nothing", Buffer.alloc(0), 0],
])("%s", (_what, bytes, checksum) => {
  expect(crc32c(bytes, 0)).toBe(checksum);
  expect(crc32c(Buffer.concat([Buffer.from("before"), bytes]), 6)).toBe(checksum);
});
