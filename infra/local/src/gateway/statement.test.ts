/** One statement per request, cut where data begins and where the output clause belongs. */
import { describe, expect, it } from "vitest";
import { parseParts } from "./multipart.ts";
import { parseStatement } from "./statement.ts";

const insert = (sql: string) => {
  const statement = parseStatement(sql);
  if (statement.kind !== "insert") throw new Error(`${statement.kind} instead of insert`);
  const { head, settings, format, dataStart } = statement;
  return { head: head.trim(), settings: settings.trim(), format, data: sql.slice(dataStart) };
};

describe("an INSERT is parted from its data", () => {
  const head = "INSERT INTO t (a)";
  it.each([
    [`${head} FORMAT CSV\n1`, { head, settings: "", format: "CSV", data: "1" }],
    [`${head} FORMAT Native \r\n\n\u0001`, { head, settings: "", format: "Native", data: "\n\u0001" }],
    [`${head} VALUES (1),(2);`, { head, settings: "", format: "Values", data: "(1),(2);" }],
    [
      `${head} SETTINGS a = 'x', b = 1 FORMAT CSV`,
      { head, settings: "SETTINGS a = 'x', b = 1", format: "CSV", data: "" },
    ],
    [
      'INSERT INTO t FORMAT JSONEachRow {"a":"\'"}',
      { head: "INSERT INTO t", settings: "", format: "JSONEachRow", data: '{"a":"\'"}' },
    ],
    [
      "INSERT INTO t (`values`, format) VALUES (1)",
      { head: "INSERT INTO t (`values`, format)", settings: "", format: "Values", data: "(1)" },
    ],
  ])("%j", (sql, parts) => {
    expect(insert(sql)).toEqual(parts);
  });

  it("but not from a SELECT", () => {
    expect(parseStatement("INSERT INTO t SELECT 1 FORMAT Null")).toMatchObject({ kind: "other", verb: "INSERT" });
  });
});

describe("a SELECT is cut before its output clause", () => {
  it.each([
    ["SELECT 1", "SELECT 1", "", undefined],
    ["SELECT 1 FORMAT JSON;", "SELECT 1 ", "FORMAT JSON", "JSON"],
    ["SELECT 1 -- FORMAT CSV\nFORMAT JSON -- end", "SELECT 1 -- FORMAT CSV\n", "FORMAT JSON", "JSON"],
    ["SELECT 1 FORMAT CSV SETTINGS a = 1", "SELECT 1 ", "FORMAT CSV SETTINGS a = 1", "CSV"],
    ["SELECT format FROM t", "SELECT format FROM t", "", undefined],
    ["SELECT 'FORMAT CSV'", "SELECT 'FORMAT CSV'", "", undefined],
    ["(SELECT 1) UNION ALL SELECT 2 FORMAT TSV", "(SELECT 1) UNION ALL SELECT 2 ", "FORMAT TSV", "TSV"],
  ])("%j", (sql, head, tail, format) => {
    expect(parseStatement(sql)).toMatchObject({ kind: "read", head, tail, format });
  });
});

describe("refused", () => {
  it.each([
    "",
    " -- nothing",
    "SELECT 1; SELECT 2",
    "SELECT 1 /* /* */ ; */ ; SELECT 2",
    "SELECT '",
    "SELECT `",
    "SELECT /* 1",
    "SELECT $$;$$",
    "SELECT ‘a’",
    "SELECT x'\\'",
    "SELECT 1\0",
    "exit",
    "SELECT 1 INTO OUTFILE 'x'",
    "INSERT INTO t FROM INFILE 'x' FORMAT CSV",
  ])("%j", (sql) => {
    expect(() => parseStatement(sql)).toThrow(/^Code: 62\. .*\(SYNTAX_ERROR\)$/);
  });
});

it.each([
  "SELECT 1 // ; SELECT 2",
  "SELECT 1 # ;",
  "SELECT 1 /* ; /* ; */ ; */",
  "SELECT ';', \"a;\", `;`, 'a'';', 'a\\';'",
  "SELECT 1;;",
])("a semicolon that separates nothing does no harm: %j", (sql) => {
  expect(parseStatement(sql).kind).toBe("read");
});

const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

it("reads the parts of a multipart body as they were sent", () => {
  const body = Buffer.from(`${part("query", "SELECT\r\n--B2 1")}${part("param_a", "")}--B--\r\n`);
  expect([...parseParts(body, "B")]).toEqual([
    ["query", "SELECT\r\n--B2 1"],
    ["param_a", ""],
  ]);
  expect(() => parseParts(body.subarray(0, -8), "B")).toThrow("does not end");
});
