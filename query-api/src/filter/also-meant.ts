// What somebody means beside the text itself who searches for it.
import type { Term } from "./filter.ts";
import { equals } from "./terms.ts";

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/** An e-mail address: what its owner did, for entries are stored without e-mails. An IP address or a network: what came from there. Anything else: nothing. */
export const alsoMeant = (text: string): Term | undefined =>
  EMAIL.test(text) ? equals("initiator.email", text) : equals("sourceIpAddress", text);
