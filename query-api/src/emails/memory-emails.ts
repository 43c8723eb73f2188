// Emails in memory: the double that tests run on.
import { MAX_NAME_LENGTH } from "@audit-log/schemas";
import { keyOf, type Emails, type Initiator } from "./emails.ts";

export interface MemoryEmails extends Emails {
  /** '' erases. The largest version counts, the last one among equals. */
  tell(initiator: Initiator, email: string, version?: bigint): void;
}

export function memoryEmails(): MemoryEmails {
  const told = new Map<string, { email: string; version: bigint }>();
  return {
    tell: (initiator, email, version = 0n) => {
      const key = keyOf(initiator);
      if (version >= (told.get(key)?.version ?? 0n)) told.set(key, { email, version });
    },
    latest: async () => (initiator) => {
      const { email = "" } = told.get(keyOf(initiator)) ?? {};
      const tooLong = Math.max(email.length, initiator.id.length) > MAX_NAME_LENGTH;
      return email === "" || tooLong ? undefined : email;
    },
  };
}
