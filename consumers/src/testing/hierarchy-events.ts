// For tests of the hierarchy: what Resource Manager tells, what happens in a project whose producer knows nothing else, and their block.
import { detailsOf, NO_ENRICHMENT, uuidText, uuidv7, type AuditEvent, type DomainName } from "@audit-log/schemas";
import { EventBlock } from "../transcode/event-block.ts";
import { type Block, blockOf } from "../transcode/transcode.ts";
import { example, testEnricher } from "./index.ts";

type Change = Partial<Pick<AuditEvent, "eventTime" | "outcome" | "context">>;
export interface ToldEvent {
  domain: DomainName;
  event: AuditEvent;
}

let made = 0;

/** An example of this event, of a scope that is its resource, a minute ago. */
function told(name: string, id: string, details: object, change: Change = {}): ToldEvent {
  const { domain, event } = example(name);
  const [, kind = ""] = name.split(".");
  const type = kind === "organization" ? "ORGANIZATION" : kind === "folder" ? "FOLDER" : "PROJECT";
  const [detailsName = "", published] = Object.entries(event.details)[0] ?? [];
  return {
    domain,
    event: {
      ...event,
      id: uuidv7(Date.now(), Buffer.alloc(10, (made += 1))),
      eventTime: Date.now() - 60_000,
      scope: { type, id },
      context: { organizationId: null, folderId: null, projectId: null },
      resource: { ...event.resource, id },
      details: { [detailsName]: { ...published, ...details } },
      ...change,
    },
  };
}

/** Container ids are the id and `-name`. */
export const organization = (id: string) =>
  told("resource-manager.organization.create", id, { containerId: `${id}-name` });
export const folder = (id: string, parent: string) =>
  told("resource-manager.folder.create", id, { containerId: `${id}-name`, containerParentId: parent });
export const project = (id: string, parent: string) =>
  told("resource-manager.project.create", id, { containerId: `${id}-name`, containerParentId: parent });
/** An update, later than all that; null: it does not move. */
export const moved = (id: string, parent: string | null, change: Change = {}, kind: "project" | "folder" = "project") =>
  told(
    `resource-manager.${kind}.update`,
    id,
    { containerId: `${id}-name`, containerParentId: parent },
    { eventTime: Date.now(), ...change },
  );
export const happening = (projectId: string, change: Change = {}) =>
  told("membership.member.add", projectId, {}, change);

/** Rows of the table before the entry was one text, when what they say stood in columns. */
export const rowsOfThen = (all: readonly ToldEvent[]): object[] =>
  all.map(({ domain, event }) => ({
    event_id: uuidText(event.id),
    event_time: new Date(event.eventTime).toISOString().slice(0, -1),
    event_name: event.eventName,
    domain,
    scope_id: event.scope.id,
    resource_id: event.resource.id,
    outcome: event.outcome.result,
    details: JSON.stringify(detailsOf(event)),
  }));

/** From a topic that is called as the token. */
export function blockOfEvents(all: readonly ToldEvent[], token: string): Block {
  const block = new EventBlock(testEnricher);
  for (const [offset, { domain, event }] of all.entries())
    block.appendEvent({
      event,
      enrichment: NO_ENRICHMENT,
      domain,
      receivedTime: Date.now(),
      schemaId: 1,
      topic: token,
      partition: 0,
      offset,
    });
  return { ...blockOf(block), token };
}
