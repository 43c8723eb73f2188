/** What an owner and the guard of one engine tell each other. */
import { z } from "zod";

export const GuardSpec = z.object({
  command: z.string(),
  args: z.array(z.string()),
  cwd: z.string(),
  env: z.record(z.string(), z.string()),
  logFile: z.string(),
  /** Time between asking the engine to end and ending it. */
  graceMs: z.number().int(),
});
export type GuardSpec = z.infer<typeof GuardSpec>;

export const GuardReport = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), pid: z.number().int() }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
  z.object({ kind: z.literal("exited"), code: z.number().nullable(), signal: z.string().nullable() }),
]);
export type GuardReport = z.infer<typeof GuardReport>;
