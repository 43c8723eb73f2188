// Reading the environment once, at a program's edge: every fault is collected, no value is ever part of a message.

export type Environment = Readonly<Record<string, string | undefined>>;

export interface EnvironmentReader {
  /** A missing variable without a default is collected as a fault. */
  text(name: string, otherwise?: string): string;
  optional(name: string): string | undefined;
  /** Comma-separated, at least one. */
  list(name: string): string[];
  /** http or https, without credentials in it. */
  url(name: string): string;
  /** Zero or more. */
  integer(name: string, otherwise: number): number;
  /** "1" or "true"; absent is false. */
  flag(name: string): boolean;
  /** Adds a sentence that names a variable and repeats no value. */
  fault(sentence: string): void;
}

/** `faults`: one sentence per variable that is missing or wrong. */
export class InvalidEnvironment extends Error {
  override readonly name = "InvalidEnvironment";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the environment is not complete: ${faults.join("; ")}`);
    this.faults = faults;
  }
}

/** Throws InvalidEnvironment with everything that is missing or wrong. */
export function readEnvironment<T>(env: Environment, build: (read: EnvironmentReader) => T): T {
  const faults: string[] = [];
  const built = build(readerOf(env, faults));
  if (faults.length > 0) throw new InvalidEnvironment(faults);
  return built;
}

function readerOf(env: Environment, faults: string[]): EnvironmentReader {
  const fault = (sentence: string) => void faults.push(sentence);
  const optional = (name: string): string | undefined => env[name]?.trim() || undefined;
  const text = (name: string, otherwise?: string): string => {
    const value = optional(name) ?? otherwise;
    if (value === undefined) fault(`${name} is missing`);
    return value ?? "";
  };
  return {
    text,
    optional,
    fault,
    list: (name) =>
      text(name)
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    url: (name) => {
      const value = text(name);
      if (value !== "" && !isPlainHttpUrl(value)) fault(`${name} is not an http or https URL without credentials`);
      return value;
    },
    integer: (name, otherwise) => {
      const value = optional(name);
      if (value !== undefined && !/^\d{1,15}$/.test(value)) fault(`${name} is not a whole number`);
      return value === undefined ? otherwise : Number(value);
    },
    flag: (name) => {
      const value = optional(name) ?? "false";
      if (!["1", "true", "0", "false"].includes(value)) fault(`${name} is neither true nor false`);
      return value === "1" || value === "true";
    },
  };
}

function isPlainHttpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
