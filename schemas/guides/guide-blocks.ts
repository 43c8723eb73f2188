// A guide's fenced blocks, as steps to do: "```json path" is a file to write, "```json append path" something for the list in that
// file, "```sh" commands. Blocks without a path only illustrate.
export type Step =
  | { kind: "write"; path: string; text: string }
  | { kind: "append"; path: string; text: string }
  | { kind: "run"; commands: string };

export function stepsOf(guide: string): Step[] {
  return [...guide.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].flatMap(([, info = "", text = ""]): Step[] => {
    const [language, first, second] = info.trim().split(/ +/);
    if (language === "sh") return [{ kind: "run", commands: text }];
    if (first === "append" && second !== undefined) return [{ kind: "append", path: second, text }];
    return first === undefined ? [] : [{ kind: "write", path: first, text }];
  });
}

/** The file's text with something added: a list of JSON gets a member, anything else a line. */
export function appended(before: string, addition: string, path: string): string {
  if (path.endsWith(".ndjson")) return `${before.trimEnd()}\n${addition.trim()}\n`;
  const list: unknown = JSON.parse(before);
  if (!Array.isArray(list)) throw new Error(`${path} is no list`);
  return `${JSON.stringify([...list, JSON.parse(addition)], null, 2)}\n`;
}
