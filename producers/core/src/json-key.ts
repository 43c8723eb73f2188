// What a key looks like in JSON and whether it names a secret: worked out once per key, because the same keys come again and again.
import { redactText } from "./redact-text.ts";
import { isSecretName } from "./secret-names.ts";

export interface JsonKey {
  /** With quotes and colon. */
  text: string;
  secret: boolean;
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

  /** Whether the name is a secret's; also for names of any length. */
  isSecret(name: string): boolean {
    return name.length > LONGEST_KEPT_KEY ? isSecretName(name) : this.of(name).secret;
  }

  #workOut(name: string): JsonKey {
    const key = { text: `${JSON.stringify(redactText(name))}:`, secret: isSecretName(name) };
    if (this.#known.size >= MOST_KEPT_KEYS) this.#known.clear();
    this.#known.set(name, key);
    return key;
  }
}
