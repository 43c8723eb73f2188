// A process that opens a data directory with one configuration, runs statements, and prints what became of each as JSON.
// Its one argument is JSON: { dataDir, configFile, statements }.
import { Session } from "chdb";
import { z } from "zod";

const { dataDir, configFile, statements } = z
  .object({ dataDir: z.string(), configFile: z.string(), statements: z.array(z.string()) })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const session = new Session(dataDir, { connectionArgs: [`--config-file=${configFile}`] });
const answers: { text?: string; error?: string }[] = [];
for (const statement of statements) {
  try {
    answers.push({ text: (await session.queryAsync(statement, { format: "TSVRaw" })).text().trimEnd() });
  } catch (fault) {
    answers.push({ error: fault instanceof Error ? fault.message : String(fault) });
  }
}
session.close();
console.log(JSON.stringify(answers));
