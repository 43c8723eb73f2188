// The environment, read once: either a complete configuration or everything that is wrong with it. Values are never repeated.
import { inspect } from "node:util";
import { z } from "zod";

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

const MIN_SECRET_BYTES = 32;

const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });
const required = z.string("is missing").min(1, "is empty");
const secret = z.string().transform((value) => new Secret(value));

const environment = z.object({
  HOST: z.string().min(1, "is empty").default("127.0.0.1"),
  PORT: z.coerce
    .number("must be a port")
    .int("must be a port")
    .min(0, "must be a port")
    .max(65_535, "must be a port")
    .default(8080),
  CLICKHOUSE_URL: httpUrl,
  CLICKHOUSE_DATABASE: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, "must be a plain lower-case name")
    .default("audit"),
  CLICKHOUSE_READER_USER: required,
  CLICKHOUSE_READER_PASSWORD: z.string("is missing").pipe(secret),
  JWT_ISSUER: required,
  JWT_AUDIENCE: required,
  JWKS_URL: httpUrl,
  CURSOR_SECRET: z
    .string("is missing")
    .refine((value) => Buffer.byteLength(value) >= MIN_SECRET_BYTES, `must have at least ${MIN_SECRET_BYTES} bytes`)
    .pipe(secret),
  PORTAL_FOLDER: z
    .string()
    .optional()
    .transform((folder) => (folder === "" ? undefined : folder)),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
  AUDIT_EXIT_WITH_PARENT: z.string().optional(),
});

export type Config = z.infer<typeof environment>;

export type ConfigReading = { ok: true; config: Config } | { ok: false; faults: string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const read = environment.safeParse(env);
  if (read.success) return { ok: true, config: read.data };
  return { ok: false, faults: read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
}
