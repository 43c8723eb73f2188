// What would become of a letter if it were sent again now: the worker's own decoding and rules say it.
import {
  type AuditEvent,
  domainOfTopic,
  HEADER_BYTES,
  MAX_EVENT_BYTES,
  readWireHeader,
  type Registry,
} from "@audit-log/schemas";
import { candidateOf, decode } from "../stages/decode.ts";
import { type Decoder, decoderOf } from "../stages/decoder.ts";
import { whyNoDecoder } from "../stages/decoders.ts";
import { violation, type Violation } from "../stages/validate.ts";
import type { Letter } from "./letter.ts";

export type Verdict =
  | { what: "stored"; event: AuditEvent }
  /** The worker would refuse it again. The event where it can at least be decoded. */
  | { what: "comes back"; reason: string; message: string; event?: AuditEvent }
  /** There is nothing that could be sent. */
  | { what: "cannot be sent"; message: string };

/** Throws RegistryAway where nothing can be said. */
export type Judge = (letter: Letter) => Promise<Verdict>;

/** `now`: milliseconds UTC. */
export function createJudge(registry: Pick<Registry, "writerSchema">, prefix: string, now: () => number): Judge {
  return async (letter) => {
    const { origin, value } = letter;
    const hindrance = whyNotSent(letter, prefix);
    if (hindrance !== undefined || origin === undefined) return { what: "cannot be sent", message: hindrance ?? "" };
    const header = readWireHeader(value);
    if ("refused" in header) return comesBack({ reason: header.refused, message: "the value is not an Avro message" });
    const size = HEADER_BYTES + header.body.length;
    if (size > MAX_EVENT_BYTES)
      return comesBack({ reason: "too-large", message: `${size} bytes; an event has at most ${MAX_EVENT_BYTES}` });
    const decoder = await decoderFor(registry, header.schemaId);
    if ("reason" in decoder) return comesBack(decoder);
    const decoded = decode(header.body, decoder);
    if (!decoded.ok) return comesBack(decoded);
    const broken = violation(candidateOf(decoded.event), domainOfTopic(origin.topic, prefix), now());
    if (broken === undefined) return { what: "stored", event: decoded.event };
    return { ...comesBack(broken), event: decoded.event };
  };
}

const comesBack = ({ reason, message }: Violation) => ({ what: "comes back", reason, message }) as const;

async function decoderFor(registry: Pick<Registry, "writerSchema">, schemaId: number): Promise<Decoder | Violation> {
  try {
    return decoderOf(await registry.writerSchema(schemaId));
  } catch (cause) {
    return whyNoDecoder(schemaId, cause);
  }
}

/** Undefined where the original can be sent to the topic that it came from. */
export function whyNotSent({ isBatch, origin }: Letter, prefix: string): string | undefined {
  if (isBatch) return "it is a whole record batch as Kafka stored it, not one message: `show --save` gives its bytes";
  if (origin === undefined) return "it does not say where it came from: no worker of ours wrote it";
  // Whoever can write to the dead-letter topic must not be able to make us write anywhere else.
  if (domainOfTopic(origin.topic, prefix) === undefined) return `${origin.topic} is no event topic of ${prefix}`;
  return undefined;
}
