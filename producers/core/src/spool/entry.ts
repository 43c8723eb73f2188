// What is spooled, and how it comes back.

export interface SpoolEntry {
  /** 16 bytes; what tells an entry that is sent twice. */
  readonly id: Buffer;
  /** Scope id; at most 65,535 bytes of UTF-8, as is the name. */
  readonly key: string;
  readonly eventName: string;
  /** When it was recorded (milliseconds UTC), not when the event happened: its age is counted from here. */
  readonly time: number;
  /** Framed Avro, at most 1 MiB. */
  readonly value: Buffer;
}

export interface SpooledEntry extends SpoolEntry {
  /** Counts up per topic, also over restarts. */
  readonly position: number;
  /** Of the schema it was encoded with: SHA-256 of its text, 64 hex digits. */
  readonly fingerprint: string;
}
