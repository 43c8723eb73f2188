// What a detail record must say about itself, and how its names hang together.
import type { AvroSchema, DetailRecord } from "../avro-schema.ts";
import { OMITTABLE_PARTS } from "../omitted.ts";
import { eventTypeOfVerb, isAutomatic, verbOf } from "./verbs.ts";

const EVENT_NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){2,3}$/;
const VERSION = /^\d+\.\d+$/;
const PLACEHOLDER = /\{([a-zA-Z.]*)\}/g;
const EVENT_TYPES = new Set(["ADMIN_ACTIVITY", "SYSTEM_EVENT", "POLICY_DENIED"]);
const CATEGORIES = new Set(["ADMINISTRATIVE", "ACCESS"]);

/** One namespace per service; a domain with one service of the same name does not repeat it. */
export function serviceNamespace(domain: string, service: string): string {
  const parts = domain === service ? ["audit", domain] : ["audit", domain, service];
  return parts.join(".").replaceAll("-", "_");
}

export function faultsOfService(domain: string, service: string, events: DetailRecord[]): string[] {
  const names = new Set<string>();
  return events.flatMap((event) => {
    const faults = faultsOfEvent(domain, service, event);
    if (names.has(event.eventName)) faults.push("the event name is used twice");
    names.add(event.eventName);
    faults.push(...faultsOfVerb(event), ...faultsOfEnd(event, events));
    return faults.map((fault) => `${event.name}: ${fault}`);
  });
}

/** The end of a long operation is told by the platform and named after its start. */
function faultsOfEnd(event: DetailRecord, events: DetailRecord[]): string[] {
  if (event.endOf === undefined)
    return event.eventName.endsWith(".end") ? ["endOf names the event that started it"] : [];
  const faults: string[] = [];
  if (!events.some((other) => other.eventName === event.endOf))
    faults.push(`endOf names ${event.endOf}, which is nothing`);
  if (event.eventName !== `${event.endOf}.end`) faults.push(`the eventName of an end is ${event.endOf}.end`);
  if (!event.name.endsWith("Ended")) faults.push("the record's name of an end is <Thing><Verb noun>Ended");
  return faults;
}

/** The name's last word says what was done, and whether the platform did it by itself. */
function faultsOfVerb(event: DetailRecord): string[] {
  const verb = verbOf(event.eventName);
  const type = eventTypeOfVerb(verb);
  if (type === undefined) return [`${verb} is no verb of the contract: see contract/verbs.ts`];
  const faults: string[] = [];
  if (event.eventType !== type) faults.push(`eventType of an event that ends in ${verb} is ${type}`);
  if (isAutomatic(verb) && !event.name.includes("Auto")) faults.push("the record's name says Auto as well");
  return faults;
}

/** A sentence is read aloud: what it names is always there, and is one word or number. */
const isSpeakable = (type: AvroSchema | undefined): boolean =>
  typeof type === "string" && ["string", "int", "long", "double", "boolean"].includes(type);

function faultsOfEvent(domain: string, service: string, event: DetailRecord): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  must(/^[A-Z][A-Za-z0-9]*$/.test(event.name), "the record's name is UpperCamelCase");
  must(event.namespace === serviceNamespace(domain, service), `namespace is ${serviceNamespace(domain, service)}`);
  must(EVENT_NAME.test(event.eventName), "eventName is <service>.<resource>[.<sub>].<verb>");
  must(event.eventName.startsWith(`${service}.`), `eventName starts with ${service}.`);
  must(EVENT_TYPES.has(event.eventType), `eventType is one of ${[...EVENT_TYPES].join(", ")}`);
  must(CATEGORIES.has(event.category), `category is one of ${[...CATEGORIES].join(", ")}`);
  must(VERSION.test(event.since) && VERSION.test(event.version), "since and version are major.minor");
  must(typeof event.owner === "string" && event.owner !== "", "owner names a team");
  must(typeof event.doc === "string" && event.doc !== "", "doc says what happened");
  must(typeof event.resourceType === "string" && event.resourceType !== "", "resourceType is given");
  must(Array.isArray(event.operations), "operations lists the API operations that it records");
  must(typeof event.sentence === "string" && event.sentence.includes("{initiator}"), "sentence names {initiator}");
  const types = new Map(event.fields.map((field) => [`details.${field.name}`, field.type]));
  for (const [, placeholder = ""] of (event.sentence ?? "").matchAll(PLACEHOLDER)) {
    const known = ["initiator", "resource", "scope"].includes(placeholder) || types.has(placeholder);
    must(known, `sentence names {${placeholder}}, which is nothing`);
    if (types.has(placeholder))
      must(isSpeakable(types.get(placeholder)), `sentence names {${placeholder}}: not always one value`);
  }
  const omitted = event.omits ?? [];
  must(
    omitted.every((part) => OMITTABLE_PARTS.some((known) => known === part)),
    `omits lists some of ${OMITTABLE_PARTS.join(", ")}`,
  );
  must(event.omits === undefined || omitted.length > 0, "omits is left out where nothing is omitted");
  for (const field of event.fields) must(Boolean(field.doc), `field ${field.name} has no doc`);
  return faults;
}
