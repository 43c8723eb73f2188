// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { AvroRecord } from "../avro-schema.ts";
import type { DomainName } from "./catalogue.js";

/** What every domain's schema has in common. */
export declare const envelopeSchema: AvroRecord;

/** The current schema of every domain that has events. */
export declare const domainSchemas: Partial<Record<DomainName, AvroRecord>>;
