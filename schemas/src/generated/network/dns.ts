// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** A zone was created. */
export interface ZoneCreated {
  /** Id of the zone; null where it was not created. */
  zoneId?: string | null | undefined;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Display name. */
  name: string;
  /** primary or secondary. */
  zoneType: string;
  /** IP addresses that a secondary zone is fetched from; empty: a primary zone. */
  primaries: string[];
  /** CIDRs that the zone's access control list allows; null: the default. */
  allowedCidrs?: string[] | null | undefined;
  /** E-mail address in the SOA record; null: the default. */
  contactEmail?: string | null | undefined;
  /** Default time to live, seconds; null: the default. */
  defaultTtlSeconds?: number | null | undefined;
  /** Id of the instance that its logs are sent to; null: none. */
  observabilityInstanceId?: string | null | undefined;
}

/** A zone was changed. */
export interface ZoneUpdated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** IP addresses that it is fetched from after the change; null where unchanged. */
  primaries?: string[] | null | undefined;
  /** CIDRs that the access control list allows after the change; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** New e-mail address in the SOA record; null where unchanged. */
  contactEmail?: string | null | undefined;
  /** New default time to live, seconds; null where unchanged. */
  defaultTtlSeconds?: number | null | undefined;
  /** Id of the instance that its logs are sent to after the change; null where unchanged. */
  observabilityInstanceId?: string | null | undefined;
}

/** A zone was cloned with all its record sets to a new zone of another name. */
export interface ZoneCloned {
  /** Id of the zone that was cloned. */
  zoneId: string;
  /** DNS name of the zone that was cloned, e.g. example.com. */
  zoneName: string;
  /** Id of the new zone; null where it was not created. */
  targetZoneId?: string | null | undefined;
  /** DNS name of the new zone. */
  targetZoneName: string;
  /** Whether the old DNS name was replaced by the new one inside the record sets. */
  adjustRecords: boolean;
}

/** A label of a zone was created or changed. */
export interface ZoneLabelUpdated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Key of the label. */
  labelKey: string;
  /** Value of the label. */
  labelValue: string;
}

/** A label of a zone was deleted. */
export interface ZoneLabelDeleted {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Key of the label. */
  labelKey: string;
}

/** All record sets of a zone were exported; ACCESS, because DNS gives out one name at a time and nobody from outside can list them all. */
export interface ZoneExported {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** csv, json or bind; null: the default. */
  format?: string | null | undefined;
  /** How many record sets were handed out; null where none were. */
  recordSetCount?: number | null | undefined;
}

/** The import of record sets into a zone was started. */
export interface ZoneImported {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** What happens to record sets that exist: restore, delete, update or upsert; null: the default. */
  importType?: string | null | undefined;
  /** csv, json or bind; null: the default. */
  format?: string | null | undefined;
  /** How many record sets were handed in; null where not counted. */
  recordSetCount?: number | null | undefined;
}

/** The import of record sets into a zone came to its end. */
export interface ZoneImportEnded {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** How many record sets were created. */
  createdRecordSets: number;
  /** How many record sets were changed. */
  updatedRecordSets: number;
  /** How many record sets were deleted. */
  deletedRecordSets: number;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The transfer of a secondary zone from its primary was requested by hand. */
export interface ZoneTransferred {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** IP addresses that it is fetched from. */
  primaries: string[];
}

/** A code was created with which a zone can be moved to another project. */
export interface ZoneMoveCodeCreated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** When the code ends, milliseconds UTC; null where none was made. */
  expiresAt?: number | null | undefined;
}

/** A code to move a zone was tried, without moving the zone. */
export interface ZoneMoveCodeVerified {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Whether the code would have moved the zone. */
  valid: boolean;
}

/** The code with which a zone could be moved to another project was made invalid. */
export interface ZoneMoveCodeDeleted {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
}

/** A zone was moved into this project with a move code. */
export interface ZoneMoved {
  /** Id of the zone; null where the code was refused. */
  zoneId?: string | null | undefined;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the project that it was in; null where the code was refused. */
  previousProjectId?: string | null | undefined;
}

/** The deletion of a zone was started: it no longer answers, but can still be restored. */
export interface ZoneDeleted {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Until when it can be restored, milliseconds UTC; null where it was not deleted. */
  restorableUntil?: number | null | undefined;
}

/** A deleted zone was restored. */
export interface ZoneRestored {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
}

/** A record set was created. */
export interface RecordSetCreated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the record set; null where it was not created. */
  recordSetId?: string | null | undefined;
  /** Name of the record set, e.g. www.example.com. */
  recordName: string;
  /** Record type, e.g. A, AAAA, CNAME, MX, TXT. */
  recordType: string;
  /** Time to live, seconds; null: the zone's default. */
  ttlSeconds?: number | null | undefined;
  /** What it answers. */
  values: string[];
}

/** A record set was changed, or single records were added to it or taken from it. */
export interface RecordSetUpdated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the record set. */
  recordSetId: string;
  /** Name of the record set, e.g. www.example.com. */
  recordName: string;
  /** Record type, e.g. A, AAAA, CNAME, MX, TXT. */
  recordType: string;
  /** Name before the change; null where unchanged. */
  previousRecordName?: string | null | undefined;
  /** Time to live after the change, seconds; null where unchanged. */
  ttlSeconds?: number | null | undefined;
  /** Time to live before the change, seconds; null where unchanged. */
  previousTtlSeconds?: number | null | undefined;
  /** What it answered before the change. */
  previousValues: string[];
  /** What it answers after the change. */
  values: string[];
}

/** A record set was deleted. */
export interface RecordSetDeleted {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the record set. */
  recordSetId: string;
  /** Name of the record set, e.g. www.example.com. */
  recordName: string;
  /** Record type, e.g. A, AAAA, CNAME, MX, TXT. */
  recordType: string;
  /** What it answered until then. */
  values: string[];
}

/** A deleted record set was restored. */
export interface RecordSetRestored {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the record set. */
  recordSetId: string;
  /** Name of the record set, e.g. www.example.com. */
  recordName: string;
  /** Record type, e.g. A, AAAA, CNAME, MX, TXT. */
  recordType: string;
  /** What it answers again. */
  values: string[];
}

/** A secondary zone was transferred from its primary, by schedule or because the primary announced a change. */
export interface ZoneAutoTransferred {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** IP address of the primary. */
  primary: string;
  /** Serial number before; null: it was empty. */
  previousSerial?: number | null | undefined;
  /** Serial number after; null where nothing was transferred. */
  serial?: number | null | undefined;
}

/** A zone left this project, because another project moved it away with a move code. */
export interface ZoneReleased {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** Id of the project that it was moved into. */
  targetProjectId: string;
}

/** A DNSSEC key of a zone was replaced by the platform. */
export interface ZoneDnssecKeyAutoRotated {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** KSK (signs the keys) or ZSK (signs the records). */
  keyType: string;
  /** Algorithm, e.g. ECDSAP256SHA256. */
  algorithm: string;
  /** Key tag of the new key (public). */
  keyTag: number;
  /** Key tag of the key that it replaces; null: there was none. */
  previousKeyTag?: number | null | undefined;
  /** Whether the DS record in the parent zone has to be changed. */
  parentUpdateNeeded: boolean;
}

/** The grace period of a deleted zone ended: the platform deleted it for good, with its record sets. */
export interface ZoneDeletionEnded {
  /** Id of the zone. */
  zoneId: string;
  /** DNS name of the zone, e.g. example.com. */
  zoneName: string;
  /** How many record sets went with it. */
  recordSetCount: number;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}
