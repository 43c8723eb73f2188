// What a key looks like in JSON and whether it names a secret: worked out once per key, because the same keys come again and again.
import { mayBeLabelled } from "../privacy/labels.ts";
import { redactText } from "../privacy/redact-text.ts";
import { isAmbiguousName, isSecretName, isTokenLike } from "../privacy/secret-names.ts";

export interface JsonKey {
  /** Secrets in it redacted, well-formed. */
  name: string;
  /** With quotes and colon. */
  text: string;
  /** The same; undefined where it is more than ASCII. */
  bytes: Uint8Array | undefined;
  secret: boolean;
  /** Secret where the value looks like a token. */
  ambiguous: boolean;
  /** What stands beside it may say that its value is a secret: see labels.ts. */
  labelled: boolean;
}

/** Longer ones are not remembered, and are bounded like any other text. */
export const LONGEST_KEPT_KEY = 64;
const MOST_KEPT_KEYS = 4096;

/** Forgets all keys when 4,096 are known. */
export class JsonKeys {
  readonly #known = new Map<string, JsonKey>();

  /** Of a name of at most LONGEST_KEPT_KEY characters. */
  of(name: string): JsonKey {
    return this.#known.get(name) ?? this.#workOut(name);
  }

  /** The name with secrets in it redacted, well-formed; also for names of any length. */
  redacted(name: string): string {
    return name.length > LONGEST_KEPT_KEY ? redactText(name).toWellFormed() : this.of(name).name;
  }

  /** Whether the name is a secret's; also for names of any length. */
  isSecret(name: string): boolean {
    return name.length > LONGEST_KEPT_KEY ? isSecretName(name) : this.of(name).secret;
  }

  /** Whether the name and the value together are a secret. */
  isSecretPair(name: string, value: unknown): boolean {
    if (name.length > LONGEST_KEPT_KEY) return isSecretName(name);
    const key = this.of(name);
    return key.secret || (key.ambiguous && isTokenLike(value));
  }

  #workOut(name: string): JsonKey {
    const redacted = redactText(name);
    const text = `${JSON.stringify(redacted)}:`;
    const bytes = Buffer.from(text);
    const key = {
      name: redacted.toWellFormed(),
      text,
      bytes: bytes.length === text.length ? bytes : undefined,
      secret: isSecretName(name),
      ambiguous: isAmbiguousName(name),
      labelled: mayBeLabelled(name),
    };
    if (this.#known.size >= MOST_KEPT_KEYS) this.#known.clear();
    this.#known.set(name, key);
    return key;
  }
}
