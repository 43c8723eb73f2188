import { Socket } from "node:net";
import { expect, it } from "vitest";
import { wholeResponses } from "./whole-responses.ts";

const response = (text: string): Buffer => {
  const bytes = Buffer.alloc(4 + text.length);
  bytes.writeUInt32BE(text.length);
  bytes.write(text, 4);
  return bytes;
};
const ALL = Buffer.concat(["one", "", "a longer one", "x".repeat(100)].map(response));

it.each([1, 2, 3, 5, 7, 50, 1_000])("hands on whole responses, in pieces of %i bytes", (size) => {
  const socket = wholeResponses(new Socket());
  const got: Buffer[] = [];
  socket.on("data", (bytes) => got.push(bytes));
  for (let at = 0; at < ALL.length; at += size) socket.push(ALL.subarray(at, at + size));
  while (socket.readableLength > 0) socket.read();
  expect(Buffer.concat(got)).toEqual(ALL);
  for (const bytes of got) expect(bytes.length).toBeGreaterThanOrEqual(4 + bytes.readUInt32BE());
});

it("keeps a half response to itself when the connection ends", async () => {
  const socket = wholeResponses(new Socket());
  const got: Buffer[] = [];
  socket.on("data", (bytes) => got.push(bytes));
  socket.push(Buffer.concat([response("one"), response("never whole").subarray(0, 6)]));
  socket.push(null);
  await new Promise((resolve) => socket.once("end", resolve));
  expect(Buffer.concat(got)).toEqual(response("one"));
});
