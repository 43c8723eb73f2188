// The catalogue: all events of all domains, and the names that hang on them (topic, subject). Every SDK loads it, so it holds only
// what programs need; fields, owners and examples are in the catalogue for people (catalogue-document.ts).
import { domains, events, type DomainName, type EventName } from "./generated/catalogue.js";

export { domains, events, type DomainName, type EventName };

export interface CatalogueDomain {
  name: DomainName;
  title: string;
  services: readonly { name: string; title: string }[];
}

/** What programs need of an event; all that is known of it is in catalogue-document.ts. */
export interface CatalogueEvent {
  name: EventName;
  domain: DomainName;
  service: string;
  /** Full name of the detail record: the branch of the union. */
  record: string;
  /** What people read; {initiator}, {resource}, {scope} and {details.field} are filled in. */
  sentence: string;
  eventType: "ADMIN_ACTIVITY" | "SYSTEM_EVENT" | "POLICY_DENIED";
  category: "ADMINISTRATIVE" | "ACCESS";
  version: string;
  /** "{scope}": the type of the event's scope. */
  resourceType: string;
  /** The event that started the long operation whose end this event is; both carry the same operationId. */
  endOf?: EventName;
  /** Parts that the event never records, whatever a caller hands over. */
  omits?: readonly string[];
}

/** What topics, subjects and the database begin with, so that one set of engines can serve several installations. */
export const DEFAULT_PREFIX = "audit";

export const topicOf = (domain: DomainName, prefix = DEFAULT_PREFIX): string => `${prefix}.${domain}`;
export const subjectOf = (domain: DomainName, prefix = DEFAULT_PREFIX): string => `${topicOf(domain, prefix)}-value`;
export const deadLetterTopic = (prefix = DEFAULT_PREFIX): string => `${prefix}.dead-letter`;
export const eventTopics = (prefix = DEFAULT_PREFIX): string[] => domains.map((domain) => topicOf(domain.name, prefix));

const domainsByTopic = new Map(domains.map((domain) => [topicOf(domain.name), domain.name]));
const eventsByName = new Map<string, CatalogueEvent>(events.map((event) => [event.name, event]));

/** The domain whose events a topic carries; undefined for any other topic. */
export function domainOfTopic(topic: string, prefix = DEFAULT_PREFIX): DomainName | undefined {
  return topic.startsWith(`${prefix}.`) ? domainsByTopic.get(DEFAULT_PREFIX + topic.slice(prefix.length)) : undefined;
}

/** The service whose events say who read the log: the platform's nineteenth, beside the eighteen whose events people come to read. */
export const AUDIT_LOG_SERVICE = "audit-log";

/** Names of the product's services, those that the log was made for; sorted. */
export const productServices = (): string[] =>
  [...new Set(events.map(({ service }) => service))].filter((service) => service !== AUDIT_LOG_SERVICE).toSorted();

/** Undefined for an event that is newer than this program. */
export const eventByName = (name: string): CatalogueEvent | undefined => eventsByName.get(name);
