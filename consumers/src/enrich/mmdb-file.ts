// One MaxMind DB file, read whole: what it says of an address's country and of who runs its network. Fields are those of MaxMind's country,
// city and ASN databases (dev.maxmind.com/geoip/docs/databases), which other makers keep to.
import { readFile, stat } from "node:fs/promises";
import { Reader, type Response } from "mmdb-lib";
import { type Address, addressText } from "./address.ts";

export interface Place {
  /** ISO 3166-1 alpha-2, or ''. */
  country: string;
  /** "AS3320 Deutsche Telekom AG", or ''. At most MAX_OPERATOR_LENGTH UTF-16 units, well-formed, no control characters. */
  networkOperator: string;
}

export interface MmdbFile {
  /** Total: '' also where the file's record is not as it should be. */
  about: (address: Address) => Place;
}

export const NO_PLACE: Place = { country: "", networkOperator: "" };

const MAX_FILE_BYTES = 1024 ** 3;
const MAX_OPERATOR_LENGTH = 128;

/** Throws an error that names the file and says what is wrong with it. */
export async function openMmdb(path: string): Promise<MmdbFile> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw new Error(`it has ${size} bytes, more than ${MAX_FILE_BYTES}`);
    return fileOf(await readFile(path));
  } catch (cause) {
    throw new Error(`${path} cannot be used as a MaxMind DB file: ${reasonOf(cause)}`, { cause });
  }
}

/** What stands between the search tree and the data. */
const SEPARATOR_BYTES = 16;

function fileOf(bytes: Buffer): MmdbFile {
  const reader = new Reader<Response>(bytes);
  const { ipVersion, searchTreeSize } = reader.metadata;
  if (!(searchTreeSize + SEPARATOR_BYTES <= bytes.length)) throw new Error("its search tree is cut off");
  return {
    about: (address) => {
      // The reader would follow the first 32 bits of an IPv6 address into a tree of IPv4 addresses.
      if (address.family > ipVersion) return NO_PLACE;
      try {
        return placeOf(reader.get(addressText(address)));
      } catch {
        // A record that cannot be read is one that is not there.
        return NO_PLACE;
      }
    },
  };
}

function placeOf(record: unknown): Place {
  const code = field(field(record, "country"), "iso_code");
  return {
    country: typeof code === "string" && /^[A-Z]{2}$/.test(code) ? code : "",
    networkOperator: operatorOf(
      field(record, "autonomous_system_number"),
      field(record, "autonomous_system_organization"),
    ),
  };
}

function operatorOf(number: unknown, organization: unknown): string {
  const parts = [
    ...(typeof number === "number" ? [`AS${number}`] : []),
    ...(typeof organization === "string" ? [organization] : []),
  ];
  const text = parts
    .join(" ")
    .slice(0, MAX_OPERATOR_LENGTH)
    .replaceAll(/\p{Cc}/gu, " ");
  // The cut may have gone through a character that is two units long.
  return (text.isWellFormed() ? text : text.slice(0, -1).toWellFormed()).trim();
}

const field = (record: unknown, name: string): unknown =>
  typeof record === "object" && record !== null ? Object.getOwnPropertyDescriptor(record, name)?.value : undefined;

/** Node's errors of files repeat the path. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
};
