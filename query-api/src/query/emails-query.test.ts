import { MAX_NAME_LENGTH } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { emailsQueries } from "./emails-query.ts";

test("one query, each id once, values bound", () => {
  const [query, ...more] = emailsQueries(["b", "a'); DROP TABLE initiators --", "b"]);
  expect(more).toEqual([]);
  expect(query?.sql).toMatchSnapshot();
  expect(query?.params).toEqual({ ids: ["b", "a'); DROP TABLE initiators --"] });
});

test("none for nobody, or for ids that are longer than the contract allows", () => {
  expect(emailsQueries([])).toEqual([]);
  expect(emailsQueries(["x".repeat(MAX_NAME_LENGTH + 1)])).toEqual([]);
});

test("a page of the longest ids is asked in pieces that a server reads", () => {
  const ids = Array.from({ length: 1000 }, (_none, index) => `${index}`.padEnd(MAX_NAME_LENGTH, "€"));
  const queries = emailsQueries(ids);
  expect(queries.flatMap(({ params }) => [params["ids"]].flat())).toEqual(ids);
  for (const { params } of queries) expect(Buffer.byteLength(JSON.stringify(params["ids"]))).toBeLessThan(128 * 1024);
});
