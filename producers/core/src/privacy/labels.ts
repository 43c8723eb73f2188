// A value whose secrecy something beside it tells: { name: "DB_PASSWORD", value }, { field: "password", oldValue, newValue },
// { sensitive: true, value }, a Kubernetes Secret's data, a JWK's private numbers, ["--password", value].
import { mayHoldSecret } from "./look.ts";
import { isSecretName } from "./secret-names.ts";

const VALUES = new Set(
  "value val data content default defaultvalue oldvalue newvalue old new before after from to previous current text string stringvalue".split(
    " ",
  ),
);
const LABELS = new Set("name key path param field type label header variable".split(" "));
/** Flags that say it outright where they are true. */
const FLAGS = new Set("sensitive secret issecret masked secure".split(" "));
const JWK_NUMBERS = new Set(["d", "p", "q", "dp", "dq", "qi", "k"]);
/** Labels stand near the beginning; a bound on the search of a hostile object. */
const MOST_NAMES = 64;
const LONGEST_LABEL = 128;
const LONGEST_LABEL_NAME = 9;

export const mayBeLabelled = (name: string): boolean => VALUES.has(bare(name)) || JWK_NUMBERS.has(name);

/** Whether the field's neighbours say that its value is a secret. Asked only where mayBeLabelled(name). */
export function isLabelledSecret(name: string, names: readonly string[], valueOf: (name: string) => unknown): boolean {
  if (JWK_NUMBERS.has(name)) return names.includes("kty");
  if (name === "data" && names.includes("kind") && valueOf("kind") === "Secret") return true;
  return names.slice(0, MOST_NAMES).some((label) => {
    if (label.length > LONGEST_LABEL_NAME || label === name) return false;
    const plain = bare(label);
    if (FLAGS.has(plain)) return valueOf(label) === true;
    if (!LABELS.has(plain)) return false;
    const text = valueOf(label);
    return typeof text === "string" && (isSecretName(text) || text === "SecureString");
  });
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, "");

/** Whether the item of a list names what follows it, as in rawHeaders and in a command's arguments. */
export const isLabelItem = (item: unknown): boolean =>
  typeof item === "string" &&
  item.length <= LONGEST_LABEL &&
  mayHoldSecret(item) &&
  !/[\s=]/.test(item) &&
  isSecretName(item.replace(/^-{1,2}/, ""));
