/** The two users of the local ClickHouse. Their passwords are made once and kept where only the owner can read them. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Credentials = z.object({
  writer: z.object({ username: z.string().min(1), password: z.string() }),
  reader: z.object({ username: z.string().min(1), password: z.string() }),
});
export type Credentials = z.infer<typeof Credentials>;

export async function readCredentials(file: string): Promise<Credentials> {
  return Credentials.parse(JSON.parse(await readFile(file, "utf8")));
}

export const credentialsFile = (dataDir: string): string => join(dataDir, "clickhouse-users.json");

/** Reads them in `dataDir`, or makes them (mode 0600). */
export async function keepCredentials(dataDir: string): Promise<{ file: string; credentials: Credentials }> {
  const file = credentialsFile(dataDir);
  try {
    return { file, credentials: await readCredentials(file) };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const credentials: Credentials = {
    writer: { username: "writer", password: newPassword() },
    reader: { username: "reader", password: newPassword() },
  };
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(credentials), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return { file, credentials };
}

const newPassword = (): string => randomBytes(24).toString("base64url");
