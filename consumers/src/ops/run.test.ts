// audit-ops before its areas: which there are, what --help prints, and exit codes.
import { expect, test } from "vitest";
import { USAGE as DEAD_LETTERS } from "../dead-letters/usage.ts";
import { USAGE as INITIATORS } from "../initiators/usage.ts";
import { runOps } from "./run.ts";

async function ops(line: string) {
  const [out, notes]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => void out.push(text),
    note: (text: string) => void notes.push(text),
    canAsk: false,
    confirm: () => Promise.resolve(false),
  };
  const code = await runOps(
    line.split(" ").filter((word) => word !== ""),
    {},
    terminal,
  );
  return { code, out: out.join("\n"), notes: notes.join("\n") };
}

test.each(["", "--help", "list -h"])("'%s' is answered with everything there is", async (line) => {
  expect(await ops(line)).toEqual({ code: 0, out: `${DEAD_LETTERS}\n\n${INITIATORS}`, notes: "" });
});

test("an area's help is its own", async () => {
  expect((await ops("initiators erase --help")).out).toBe(INITIATORS);
  expect((await ops("dead-letters -h")).out).toBe(DEAD_LETTERS);
});

test.each([
  ["list", /there is no "list"; there are: dead-letters, initiators\naudit-ops --help/],
  ["dead-letters drop", /there is no "dead-letters drop"/],
  ["initiators drop", /there is no "initiators drop"/],
  ["dead-letters replay --all", /nobody can be asked here/],
  ["initiators erase ada", /nobody can be asked here/],
  ["dead-letters list", /KAFKA_BROKERS/],
  ["initiators show ada", /CLICKHOUSE_URL.*CLICKHOUSE_WRITER_USER/],
])("%s is answered with a sentence and 1", async (line, sentence) => {
  expect(await ops(line)).toEqual({ code: 1, out: "", notes: expect.stringMatching(sentence) });
});
