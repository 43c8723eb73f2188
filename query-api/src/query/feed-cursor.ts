// The cursor of the feed: where a reader is in the order of arrival. Signed as the cursor of a list is (seal.ts), good for one principal and one
// question, and for ever: what it says does not age.
import type { Scope } from "../scope.ts";
import { type Arrival } from "./arrival.ts";
import { createSeal } from "./seal.ts";
import { uuidOfHex } from "./uuid-of-hex.ts";

/** With whom and where a cursor is valid: in the feed and in the tail alike. */
export interface FeedBinding {
  readonly scope: Scope;
  readonly subject: string;
  readonly descendants: boolean;
  /** The canonical text. */
  readonly filter: string;
}

export interface FeedCursors {
  seal(binding: FeedBinding, last: Arrival): string;
  /** Undefined for anything but an unchanged cursor of this binding. */
  open(binding: FeedBinding, cursor: string): Arrival | undefined;
}

const FORMAT = 2;
const BODY_BYTES = 25; // format 1, received time 8, id 16

/** `secret`: as that of createCursors. */
export function createFeedCursors(secret: string): FeedCursors {
  const { seal, open } = createSeal(secret);
  const bound = ({ scope, subject, descendants, filter }: FeedBinding) => [
    "feed",
    scope.type,
    scope.id,
    subject,
    descendants,
    filter,
  ];
  return {
    seal: (binding, { receivedTime, id }) => {
      const body = Buffer.alloc(BODY_BYTES);
      body.writeUInt8(FORMAT, 0);
      body.writeBigInt64BE(BigInt(receivedTime), 1);
      body.write(id.replaceAll("-", ""), 9, "hex");
      return seal(body, bound(binding));
    },
    open: (binding, cursor) => {
      const body = open(cursor, BODY_BYTES, bound(binding));
      if (body?.[0] !== FORMAT) return undefined;
      return { receivedTime: Number(body.readBigInt64BE(1)), id: uuidOfHex(body.toString("hex", 9)) };
    },
  };
}
