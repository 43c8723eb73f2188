// `npm run api:generate`.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { drift } from "./generated-files.ts";

const changed = await drift();
for (const [path, text] of changed) writeFileSync(path, text);
const told = changed.map(([path]) => `wrote ${relative(process.cwd(), path)}`);
console.log(told.length === 0 ? "nothing changed" : told.join("\n"));
