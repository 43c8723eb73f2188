// The command line: what becomes of it, and that everything wrong with it is said.
import { expect, test } from "vitest";
import { UsageError } from "../ops/usage-error.ts";
import { commandOf } from "./arguments.ts";

const parse = (line: string) => commandOf(line.split(" "));

test.each([
  ["show ada", { name: "show", id: "ada", kind: undefined }],
  ["erase ada --kind USER", { name: "erase", id: "ada", kind: "USER", yes: false }],
  ["erase ada -y", { name: "erase", id: "ada", kind: undefined, yes: true }],
  ["erase --yes -- --ada", { name: "erase", id: "--ada", kind: undefined, yes: true }],
])("%s", (line, command) => {
  expect(parse(line)).toEqual(command);
});

test.each([
  ["", /there is no "initiators "; there are: show, erase/],
  ["drop ada", /there is no "initiators drop"/],
  ["show", /show takes one initiator's id/],
  ["erase ada bob", /erase takes one initiator's id/],
  ["erase --kind person", /takes one initiator's id[^]*no kind "person"; there are: USER, SERVICE_ACCOUNT, SYSTEM/],
  ["show ada --yes", /Unknown option '--yes'/],
])("'%s' is refused", (line, sentence) => {
  expect(() => parse(line)).toThrow(UsageError);
  expect(() => parse(line)).toThrow(sentence);
});
