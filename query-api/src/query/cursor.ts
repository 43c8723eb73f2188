// The cursor: where a list goes on. Opaque and signed, so that it can be neither read as a promise nor bent.
// What a request says anyway (scope, version, principal) is only signed; what it does not say (window, position) is carried.
import type { Scope } from "../scope.ts";
import type { Order } from "./page.ts";
import type { Position } from "./position.ts";
import { createSeal } from "./seal.ts";
import { uuidOfHex } from "./uuid-of-hex.ts";
import type { Window } from "./window.ts";

/** With whom and where a cursor is valid. */
export interface CursorBinding {
  /** Route version: pages of v2 and v3 differ. */
  readonly version: string;
  readonly scope: Scope;
  readonly subject: string;
  readonly question: Question;
}

/** What is asked besides the window, and has to be asked again with each page: another question has other pages. */
export interface Question {
  readonly descendants: boolean;
  readonly order: Order;
  /** The canonical text. */
  readonly filter: string;
}

export interface CursorContent {
  /** Fixed on the first page: entries recorded meanwhile do not move the pages. */
  readonly window: Window;
  readonly last: Position;
}

export interface Cursors {
  seal(binding: CursorBinding, content: CursorContent): string;
  /** Undefined for anything but an unchanged cursor of this binding. */
  open(binding: CursorBinding, cursor: string): CursorContent | undefined;
}

const FORMAT = 1;
const BODY_BYTES = 41; // format 1, start 8, end 8, last event time 8, last id 16

/** `secret`: at least 32 bytes, the same on every instance of the service. */
export function createCursors(secret: string): Cursors {
  const { seal, open } = createSeal(secret);
  const bound = ({ version, scope, subject, question }: CursorBinding) => [
    version,
    scope.type,
    scope.id,
    subject,
    ...questionParts(question),
  ];
  return {
    seal: (binding, content) => seal(encode(content), bound(binding)),
    open: (binding, cursor) => {
      const body = open(cursor, BODY_BYTES, bound(binding));
      return body?.[0] === FORMAT ? decode(body) : undefined;
    },
  };
}

/** One order for one meaning, whoever made the object. */
const questionParts = ({ descendants, order, filter }: Question) => [descendants, order, filter];

function encode({ window, last }: CursorContent): Buffer {
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUInt8(FORMAT, 0);
  body.writeBigInt64BE(BigInt(window.start), 1);
  body.writeBigInt64BE(BigInt(window.end), 9);
  body.writeBigInt64BE(BigInt(last.eventTime), 17);
  body.write(last.id.replaceAll("-", ""), 25, "hex");
  return body;
}

function decode(body: Buffer): CursorContent {
  return {
    window: { start: Number(body.readBigInt64BE(1)), end: Number(body.readBigInt64BE(9)) },
    last: { eventTime: Number(body.readBigInt64BE(17)), id: uuidOfHex(body.toString("hex", 25)) },
  };
}
