// What the server alone can take: blocks in ClickHouse's own format, prepared beforehand and only sent, one after the other. Texts of few
// values come with their dictionaries, and nothing is looked for twice within a block: the cheapest insert into this table that was found.
import { readFile } from "node:fs/promises";
import { EVENTS_TABLE } from "@audit-log/schemas";
import { insertedNames } from "../fields.ts";
import { contest, say, variable } from "./contest.ts";
import { poster } from "./insert.ts";

const files: string[] = JSON.parse(variable("BENCH_BLOCKS"));
const post = poster(
  `INSERT INTO ${EVENTS_TABLE} (${insertedNames}) SETTINGS optimize_on_insert = 0, input_format_defaults_for_omitted_fields = 0 FORMAT Native`,
);

await contest(async () => {
  const blocks = await Promise.all(files.map((file) => readFile(file)));
  return async () => {
    for (const block of blocks) await post(block);
    say("done");
  };
});
