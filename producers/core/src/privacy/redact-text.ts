// Secrets inside a text: by what stands before them, by their shape, by the address that they are part of.
// Every expression is linear, so that hostile text cannot stop the caller. A text may have been cut before it comes here: the cut
// leaves LOOKAHEAD characters more than are kept, and each shape takes a secret that has no end, so that no half of one stays.
import { MAY } from "./look-tables.ts";
import { look, mayHoldSecret } from "./look.ts";
import { redactCommands } from "./redact-commands.ts";
import { redactKeys } from "./redact-keys.ts";
import { redactMarked } from "./redact-marked.ts";
import { redactNamed } from "./redact-named.ts";
import { redactTokens } from "./redact-tokens.ts";
import { redactUrlPasswords, redactWebhooks } from "./redact-urls.ts";

/** How many characters behind the kept part are needed to tell a secret that begins in it. */
export const LOOKAHEAD = 4096;

/** A text in a text in a text: so many times it is looked into. */
const MOST_LEVELS = 8;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([nrtbf"'\\/]))/g;
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The text with every secret replaced by "[redacted]". */
export const redactText = (text: string, seen = look(text)): string => redactLevel(text, MOST_LEVELS, seen);

function redactLevel(text: string, levels: number, seen = look(text)): string {
  const done = mayHoldSecret(text, seen) ? redactOnce(text, levels, seen) : text;
  return levels > 0 && done.includes("\\") ? redactQuoted(done, levels - 1) : done;
}

function redactOnce(text: string, levels: number, seen: number): string {
  let done = text;
  if (seen & MAY.KEY) done = redactKeys(done);
  if (seen & MAY.ADDRESS) done = redactUrlPasswords(done);
  if (seen & MAY.HOOK) done = redactWebhooks(done);
  if (seen & MAY.NAME) done = redactNamed(redactCommands(redactMarked(done)));
  if (seen & MAY.TOKEN) done = redactTokens(done, (inner) => (levels > 0 ? redactLevel(inner, 0) : inner));
  return done;
}

/** A text that was written as a JSON string before has its line ends and quotes behind backslashes: it is read without them. */
function redactQuoted(text: string, levels: number): string {
  const plain = text.replaceAll(ESCAPE, (_match, code: string | undefined, letter = "") =>
    code === undefined ? (CONTROLS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (plain === text) return text;
  const redacted = redactLevel(plain, levels);
  return redacted === plain ? text : JSON.stringify(redacted).slice(1, -1);
}
