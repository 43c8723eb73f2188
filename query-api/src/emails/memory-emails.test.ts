import { emailsContract } from "./emails.contract.ts";
import { memoryEmails } from "./memory-emails.ts";

emailsContract(async () => {
  const emails = memoryEmails();
  return { emails, tell: async (initiator, email, version) => emails.tell(initiator, email, BigInt(version)) };
});
