import { expect, test } from "vitest";
import { runShellLines, shellLines } from "./shell-lines.ts";

const page = `# Title
\`\`\`sh
elsewhere
\`\`\`
## Tour
Words.
\`\`\`sh
# why
FIRST=one

echo "$FIRST"
\`\`\`
\`\`\`ts
const no = "shell";
\`\`\`
\`\`\`sh
ls nowhere | cat
false
\`\`\`
## After
\`\`\`sh
not this
\`\`\`
`;

test("the commands of one section, in their order", () => {
  expect(shellLines(page, "## Tour")).toEqual(["FIRST=one", 'echo "$FIRST"', "ls nowhere | cat", "false"]);
  expect(shellLines(page, "## Missing")).toEqual([]);
});

test("each line runs in the shell of the line before, and tells its code and what it said, also as an error", async () => {
  const env = { PATH: process.env["PATH"] };
  const ran = await runShellLines(shellLines(page, "## Tour"), { cwd: import.meta.dirname, env });
  expect(ran.map(({ code, output }) => [code, output])).toEqual([
    [0, ""],
    [0, "one\n"],
    [0, expect.stringContaining("nowhere")],
    [1, ""],
  ]);
  await expect(runShellLines(["echo a", "exit 0"], { cwd: import.meta.dirname, env })).rejects.toThrow("ended early");
});
