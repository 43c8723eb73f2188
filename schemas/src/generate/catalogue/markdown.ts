// The little Markdown that the pages are made of, with whatever comes from the contract escaped.

/** Text of the contract: its `code` stays code, nothing else in it is Markdown. */
export const text = (value: string): string =>
  value
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part.replaceAll("|", "\\|") : part.replaceAll(/[\\*<>|[\]~]/g, "\\$&")))
    .join("");

export const code = (value: string): string => `\`${value.replaceAll("|", "\\|")}\``;

/** A sentence with its gaps in italics: *initiator* created the project *resource*. */
export const sentence = (template: string): string =>
  template
    .split(/\{([a-zA-Z.]+)\}/)
    .map((part, index) => (index % 2 === 1 ? `*${part.replace("details.", "")}*` : text(part)))
    .join("");

/** Inside HTML, where Markdown does not reach. */
export const html = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(heads) + line(heads.map(() => "---")) + rows.map(line).join("");
}

export const link = (label: string, target: string): string => `[${label}](${target})`;

/** What GitHub and GitLab make of a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, "")
    .replaceAll(" ", "-");

export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
