// A staged folder as npm would publish it.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Answers with the tarball's path, beside the folder. */
export function pack(folder: string): string {
  const out = join(folder, "..");
  const answer = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", out], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed]: { filename: string }[] = Object.values(JSON.parse(answer));
  if (packed === undefined) throw new Error(`npm packed nothing in ${folder}`);
  return join(out, packed.filename);
}
