import { expect, test } from "vitest";
import { bareRow } from "../../test/rows.ts";
import { exampleEmail, exampleRow } from "./example-row.ts";
import { publishedEntryOfRow } from "./published-entry-of-row.ts";
import { publishedEntrySchema } from "./published-entry.ts";

const shown = (value: object): unknown => JSON.parse(JSON.stringify(value));

test("the example as v2 shows it", () => {
  expect(shown(publishedEntryOfRow(exampleRow, exampleEmail))).toMatchSnapshot();
});

test("required fields that the event lacks get a stand-in", () => {
  expect(shown(publishedEntryOfRow(bareRow, undefined))).toMatchObject({
    sourceIpAddress: "0.0.0.0",
    userAgent: "none",
    request: { endpoint: "none" },
    initiator: { id: "ske" },
  });
});

test.each([
  [exampleRow, exampleEmail],
  [bareRow, undefined],
])("an entry is as its schema says", (row, email) => {
  expect(publishedEntrySchema.strict().safeParse(shown(publishedEntryOfRow(row, email))).error).toBeUndefined();
});

test("over-long text is cut to the published length, never through a character", () => {
  const long = "x".repeat(254) + "😀".repeat(10);
  const entry = publishedEntryOfRow(
    { ...exampleRow, user_agent: long, request_endpoint: long, resource_name: long },
    undefined,
  );
  expect(entry.userAgent).toBe("x".repeat(254));
  expect(entry.request.endpoint).toBe("x".repeat(254));
  expect(entry.resourceName).toBe("x".repeat(254));
});

test.each(["", "nobody", "a@b", "a b@example.com", `${"x".repeat(250)}@example.com`])("%j is no e-mail", (email) => {
  const entry = publishedEntryOfRow(exampleRow, email);
  expect(entry.initiator.email).toBeUndefined();
});

test("an address that is no IP address is not passed off as one", () => {
  expect(publishedEntryOfRow({ ...exampleRow, source_ip_address: "gateway-7" }, undefined).sourceIpAddress).toBe(
    "0.0.0.0",
  );
  expect(publishedEntryOfRow({ ...exampleRow, source_ip_address: "2001:db8::1" }, undefined).sourceIpAddress).toBe(
    "2001:db8::1",
  );
});
