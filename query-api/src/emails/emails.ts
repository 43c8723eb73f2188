// Port: the initiators' e-mails. ClickHouse is the real one, memory the double; both pass emails.contract.ts.

export interface Initiator {
  /** USER, SERVICE_ACCOUNT or SYSTEM. Two kinds may share an id. */
  readonly kind: string;
  readonly id: string;
}

/** Undefined where no e-mail is known, or where it was erased. */
export type EmailOf = (initiator: Initiator) => string | undefined;

export interface Emails {
  /**
   * The latest e-mail of each, found by one look-up. Initiators may repeat; at most a page of them. An id or an e-mail longer than the contract
   * allows (MAX_NAME_LENGTH) has none. Throws StoreUnavailable.
   */
  latest(initiators: readonly Initiator[], signal: AbortSignal): Promise<EmailOf>;
}

/** A kind is one word, so that no two initiators have the same key. */
export const keyOf = ({ kind, id }: Initiator): string => `${kind}/${id}`;
