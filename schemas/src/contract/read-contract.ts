// Reads schemas/avro: the only place where an event is defined. Development only: programs use src/generated.
// Every fault of every file is reported at once, with the file and the event it is in.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AvroRecord, AvroSchema, DetailRecord } from "../avro-schema.ts";
import { faultsOfService } from "./event-rules.ts";

export const AVRO_FOLDER = fileURLToPath(new URL("../../avro/", import.meta.url));
const NOT_DOMAINS = new Set(["published"]);

export interface ServiceDefinition {
  name: string;
  title: string;
  events: DetailRecord[];
}

export interface DomainDefinition {
  name: string;
  title: string;
  owner: string;
  about: string;
  services: ServiceDefinition[];
  /** Envelope plus `details`; undefined while no service of the domain has an event. */
  schema: AvroRecord | undefined;
}

export interface Contract {
  envelope: AvroRecord;
  domains: DomainDefinition[];
}

interface DomainCard {
  title: string;
  owner: string;
  about: string;
  services: Record<string, string>;
}

/** Throws an error that lists every fault. */
export function readContract(folder = AVRO_FOLDER): Contract {
  const envelope = readJson<AvroRecord>(join(folder, "envelope.avsc"));
  const faults: string[] = [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_DOMAINS.has(entry.name))
    .map((entry) => entry.name)
    .toSorted();
  const domains = names.map((name) => readDomain(folder, name, envelope, faults));
  if (faults.length > 0) throw new Error(`the contract has faults:\n  ${faults.join("\n  ")}`);
  return { envelope, domains };
}

function readDomain(folder: string, name: string, envelope: AvroRecord, faults: string[]): DomainDefinition {
  const card = readJson<DomainCard>(join(folder, name, "domain.json"));
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".avsc"));
  const serviceNames = new Set([...Object.keys(card.services), ...files.map((file) => file.slice(0, -".avsc".length))]);
  const services = [...serviceNames].map((service) => {
    const file = `${service}.avsc`;
    const events = files.includes(file) ? readJson<DetailRecord[]>(join(folder, name, file)) : [];
    faults.push(...faultsOfService(name, service, events).map((fault) => `${name}/${file}: ${fault}`));
    return { name: service, title: card.services[service] ?? titleCase(service), events };
  });
  const details = services.flatMap((service) => service.events);
  const schema = details.length === 0 ? undefined : domainSchema(name, envelope, details);
  return { name, title: card.title, owner: card.owner, about: card.about, services, schema };
}

export const avroNamespace = (domain: string): string => `audit.${domain.replaceAll("-", "_")}`;

function domainSchema(domain: string, envelope: AvroRecord, details: DetailRecord[]): AvroRecord {
  return {
    type: "record",
    name: "Event",
    namespace: avroNamespace(domain),
    doc: `An audit event of the domain ${domain}.`,
    fields: [
      ...envelope.fields.map((field) => ({ ...field, type: inNamespace(field.type, envelope.namespace ?? "") })),
      { name: "details", doc: "The event's own typed part.", type: details },
    ],
  };
}

/** The envelope's named types keep their own namespace wherever the envelope's fields are placed. */
function inNamespace(schema: AvroSchema, namespace: string): AvroSchema {
  if (typeof schema === "string") return schema;
  if (Array.isArray(schema)) return schema.map((branch) => inNamespace(branch, namespace));
  switch (schema.type) {
    case "record":
      return {
        ...schema,
        namespace,
        fields: schema.fields.map((field) => ({ ...field, type: inNamespace(field.type, namespace) })),
      };
    case "enum":
    case "fixed":
      return { ...schema, namespace };
    case "array":
      return { ...schema, items: inNamespace(schema.items, namespace) };
    case "map":
      return { ...schema, values: inNamespace(schema.values, namespace) };
    default:
      return schema;
  }
}

function titleCase(name: string): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`${path} cannot be read as JSON`, { cause });
  }
}
