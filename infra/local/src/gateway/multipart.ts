/** Reads the small multipart/form-data bodies in which `@clickhouse/client` sends a query whose parameters are too long for a URL. */
import { badArgument } from "./faults.ts";

const BOUNDARY = /^multipart\/form-data;.*?boundary="?(?<boundary>[^";]+)"?/i;
const NAME = /content-disposition:[^\r\n]*?\bname="(?<name>[^"]*)"/i;

export function boundaryOf(contentType: string | undefined): string | undefined {
  return BOUNDARY.exec(contentType ?? "")?.groups?.["boundary"];
}

export function parseParts(body: Buffer, boundary: string): Map<string, string> {
  const text = `\r\n${body.toString("utf8")}`;
  const end = text.lastIndexOf(`\r\n--${boundary}--`);
  if (end < 0) throw badArgument("The multipart body does not end with its boundary");
  const [, ...pieces] = text.slice(0, end).split(`\r\n--${boundary}\r\n`);
  return new Map(pieces.map(parsePart));
}

function parsePart(piece: string): [string, string] {
  const end = piece.indexOf("\r\n\r\n");
  const name = end < 0 ? undefined : NAME.exec(piece.slice(0, end))?.groups?.["name"];
  if (name === undefined) throw badArgument("A part of the multipart body has no name");
  return [name, piece.slice(end + 4)];
}
