// Port: the table of initiators' e-mails, as the operator sees it. ClickHouse is the real one, memory the double.

export interface KnownInitiator {
  kind: string;
  id: string;
  /** The latest, which readers are shown; '' where it was erased. */
  email: string;
  /** Of the latest: milliseconds of the event that named it, or ERASED_VERSION. */
  version: bigint;
  /** Stored rows with an e-mail, whether or not a reader is shown it. */
  rowsWithEmail: number;
}

export interface InitiatorTable {
  /** One per kind. Empty where nothing is known of the id. */
  find(id: string): Promise<readonly KnownInitiator[]>;
  /** From then on no e-mail is shown, whatever events name. */
  hideForEver(initiator: Pick<KnownInitiator, "kind" | "id">): Promise<void>;
  /** Resolves when no row with an e-mail that was there before is read any more, on every replica. */
  removeEmails(initiator: Pick<KnownInitiator, "kind" | "id">): Promise<void>;
  /** Names of what was written anew and still lies on disk in its former state. */
  formerParts(): Promise<readonly string[]>;
  close(): Promise<void>;
}
