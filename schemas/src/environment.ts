// Reading the environment once, at a program's edge: every fault is collected, no value is ever part of a message.

export type Environment = Readonly<Record<string, string | undefined>>;

export interface EnvironmentReader {
  /** Throws nothing: a missing variable without a default is collected as a fault. */
  text(name: string, otherwise?: string): string;
  optional(name: string): string | undefined;
  /** Comma-separated, at least one. */
  list(name: string): string[];
  /** http or https. */
  url(name: string): string;
  /** Zero or more. */
  integer(name: string, otherwise: number): number;
  /** "1" or "true"; absent is false. */
  flag(name: string): boolean;
}

export class InvalidEnvironment extends Error {
  override readonly name = "InvalidEnvironment";
}

/** Throws InvalidEnvironment with one line per variable that is missing or wrong. */
export function readEnvironment<T>(env: Environment, build: (read: EnvironmentReader) => T): T {
  const faults: string[] = [];
  const given = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const required = (name: string, otherwise?: string): string => {
    const value = given(name) ?? otherwise;
    if (value === undefined) faults.push(`${name} is missing`);
    return value ?? "";
  };
  const read: EnvironmentReader = {
    text: required,
    optional: given,
    list: (name) =>
      required(name)
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    url: (name) => {
      const value = required(name);
      if (value !== "" && !/^https?:$/.test(URL.parse(value)?.protocol ?? ""))
        faults.push(`${name} is not an http(s) address`);
      return value;
    },
    integer: (name, otherwise) => {
      const value = given(name);
      if (value === undefined) return otherwise;
      if (!/^\d{1,15}$/.test(value)) faults.push(`${name} is not a whole number`);
      return Number(value);
    },
    flag: (name) => {
      const value = given(name);
      if (value !== undefined && !["1", "true", "0", "false"].includes(value))
        faults.push(`${name} is neither true nor false`);
      return value === "1" || value === "true";
    },
  };
  const built = build(read);
  if (faults.length > 0) throw new InvalidEnvironment(faults.join("; "));
  return built;
}
