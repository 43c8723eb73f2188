import { expect, it } from "vitest";
import { correlationIdIn, traceparentIn } from "./request-headers.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

it.each([
  [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-01`],
  [`cc-${TRACE}-${SPAN}-01-what.the.future.holds`, `00-${TRACE}-${SPAN}-01`],
  [`00-${TRACE}-${SPAN}-01-more`, undefined],
  [`ff-${TRACE}-${SPAN}-01`, undefined],
  [`00-${"0".repeat(32)}-${SPAN}-01`, undefined],
  [`00-${TRACE}-${"0".repeat(16)}-01`, undefined],
  [`00-${TRACE.toUpperCase()}-${SPAN}-01`, undefined],
  [`00-${TRACE}-${SPAN}`, undefined],
  [`00-${TRACE}-${SPAN}-01\n`, undefined],
  ["", undefined],
  [undefined, undefined],
])("traceparent %j is %j", (header, expected) => {
  expect(traceparentIn(header)).toBe(expected);
});

it.each([
  ["019a9e3a-000e-700e-8000-519b19c0c95c", true],
  ["Root=1-67891233-abcdef012345678912345678", true],
  ["x".repeat(128), true],
  ["x".repeat(129), false],
  ["", false],
  ["two words", false],
  ["<script>", false],
  ["id\n", false],
  [undefined, false],
])("correlation id %j is well-formed: %j", (header, wellFormed) => {
  expect(correlationIdIn(header)).toBe(wellFormed ? header : undefined);
});
