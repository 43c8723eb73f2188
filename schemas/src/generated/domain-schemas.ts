// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { AvroRecord } from "../avro-schema.ts";
import type { DomainName } from "./catalogue.ts";
import { schema as membership } from "./membership/schema.ts";
import { schema as resourceManager } from "./resource-manager/schema.ts";
import { schema as serviceAccount } from "./service-account/schema.ts";

/** The current schema of every domain that has events. */
export const domainSchemas: Partial<Record<DomainName, AvroRecord>> = {
  "membership": membership,
  "resource-manager": resourceManager,
  "service-account": serviceAccount,
};
