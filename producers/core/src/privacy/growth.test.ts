// No rule is slower than linear: what takes four times the text takes about four times as long. Clocks differ between machines, growth does not.
import { expect, it } from "vitest";
import { addresses } from "../testing/secrets/addresses.ts";
import { clouds } from "../testing/secrets/clouds.ts";
import { fragments } from "../testing/secrets/fragments.ts";
import { readable } from "../testing/secrets/harmless.ts";
import { headers } from "../testing/secrets/headers.ts";
import { keys } from "../testing/secrets/keys.ts";
import { vendors } from "../testing/secrets/vendors.ts";
import { redactEndpoint } from "./endpoint.ts";
import { look } from "./look.ts";
import { redactText } from "./redact-text.ts";

const SIZE = 64 * 1024;
/** Four times the text; sixteen would be quadratic. */
const TIMES = 4;
const MOST_GROWTH = 10;
/** Shorter measurements say nothing. */
const SHORTEST_MS = 4;

const repeated = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);

function milliseconds(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** One measurement may be noise; a rule that is too slow is so in each of the attempts. */
function growsTooFast(redact: (text: string) => unknown, hostile: string): boolean {
  for (let attempt = 0; attempt < 15; attempt++) {
    const large = milliseconds(() => redact(repeated(hostile, SIZE)));
    if (large < SHORTEST_MS) return false;
    const small = milliseconds(() => redact(repeated(hostile, SIZE / TIMES)));
    if (large < small * MOST_GROWTH) return false;
  }
  return true;
}

/** Every secret of the corpus over and over, whole, cut in two, and without its separators; and what only an attacker would write. */
const entries = [headers, keys, addresses, vendors, clouds, fragments].flatMap((group) => Object.values(group));
const corpus = [
  ...entries.flatMap(([text]) => [text, text.slice(0, text.length / 2), text.replaceAll(/[\s"'&;,]/g, "")]),
  ...Object.values(readable),
];
const attacks = [
  ..."a=:/@-.%$*{[<(\"' \n\\".split(""),
  ...'eyJ ewo :// ://a: a:a@ //a: -----BEGIN -----END %3A%2F%2Fa%3A %253D \\" \\\\\\" \\n MII MC4 LS0tLS1CRUdJTi PRIVATE $2a$ {SHA} gh_ xoxb-'.split(
    " ",
  ),
  "-----BEGIN PRIVATE KEY-----",
  "-----BEGIN A-----",
  "aaaa-----END PRIVATE KEY-----",
  "PRIVATE KEY----- ",
  'secret\\\\\\\\"',
  "set a is password ",
  "login a password ",
  "mysql login ldapsearch redis-cli sshpass ",
  'form-data; name="a" ',
  'form-data; name="password"\n\n',
  "kind: Secret\ndata:\n ",
  "token:\n  ",
  'name: "a", ',
  '("a", ',
  "<a name='password' ",
  "password='\\",
  "https://a.b:1:2:3:",
  "1.1.1.1:5432:a:a:",
  "aB3".repeat(10),
  "key ".repeat(3),
  "%25",
  "пароль",
];

it.each([
  ["look", look],
  ["redactText", (text: string) => redactText(`password ://@tcp( key ${text}`)],
  ["redactEndpoint", redactEndpoint],
])(
  "%s grows with the text, whatever is repeated in it",
  (_name, redact) => {
    const slow: string[] = [];
    for (const hostile of new Set([...corpus, ...attacks])) {
      if (hostile !== "" && growsTooFast(redact, hostile)) slow.push(hostile);
      // Each one is slow: a few tell enough.
      if (slow.length === 3) break;
    }
    expect(slow).toEqual([]);
  },
  120_000,
);
