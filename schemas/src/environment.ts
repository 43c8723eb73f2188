// Reading the environment once, at a program's edge: every fault is collected, no value is ever part of a message.
import { accessSync, constants, statSync } from "node:fs";
import { inspect } from "node:util";

const MOST = 1e12;

/** What every program of ours may be told about its log; the first is the default. */
export const LOG_LEVELS = ["info", "debug", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

export interface EnvironmentReader {
  /** A missing variable without a default is collected as a fault. */
  text(name: string, otherwise?: string): string;
  optional(name: string): string | undefined;
  /** Comma-separated, at least one. */
  list(name: string): string[];
  /** http or https, without credentials in it. */
  url(name: string): string;
  /** A whole number within the bounds, which are part of it. Default bounds: 1 and a trillion. */
  integer(name: string, otherwise: number, bounds?: { min?: number; max?: number }): number;
  /** One of the values; the first is the default. */
  choice<const T extends string>(name: string, values: readonly [T, ...T[]]): T;
  /** Text that must not show itself; a missing one is a fault. May be empty unless `minBytes` says otherwise. */
  secret(name: string, minBytes?: number): Secret;
  /** "1" or "true"; absent is false. */
  flag(name: string): boolean;
  /** Path of a file that can be read. */
  file(name: string): string | undefined;
  /** Adds a sentence that names a variable and repeats no value. */
  fault(sentence: string): void;
}

/** Text that does not show itself when it is logged or put into a message. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
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
    integer: (name, otherwise, { min = 1, max = MOST } = {}) => {
      const value = optional(name);
      if (value === undefined) return otherwise;
      const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
      if (!(number >= min && number <= max)) fault(`${name} is not a whole number from ${min} to ${max}`);
      return number;
    },
    choice: (name, values) => {
      const value = optional(name);
      const chosen = value === undefined ? values[0] : values.find((known) => known === value);
      if (chosen === undefined) fault(`${name} is none of ${values.join(", ")}`);
      return chosen ?? values[0];
    },
    secret: (name, minBytes = 0) => {
      const value = env[name];
      if (value === undefined) fault(`${name} is missing`);
      else if (Buffer.byteLength(value) < minBytes) fault(`${name} has fewer than ${minBytes} bytes`);
      return new Secret(value ?? "");
    },
    file: (name) => {
      const path = optional(name);
      if (path !== undefined && !isReadable(path)) fault(`${name} is not a file that can be read`);
      return path;
    },
    flag: (name) => {
      const value = optional(name) ?? "false";
      if (!["1", "true", "0", "false"].includes(value)) fault(`${name} is neither true nor false`);
      return value === "1" || value === "true";
    },
  };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isPlainHttpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
