// catalogue/<domain>/<service>.md: all that is known of each event of a service, grouped by what it is done to.
import type { DocumentedField } from "../../catalogue-document.ts";
import { operationName, type Operation } from "../../contract/operations.ts";
import type { WrittenDomain, WrittenEvent } from "./document.ts";
import { eventTable } from "./index-page.ts";
import { anchor, code, counted, html, link, sentence, table, text } from "./markdown.ts";

export interface ServicePage {
  domain: WrittenDomain;
  title: string;
  events: readonly WrittenEvent[];
  /** By name, for their method and path. */
  operations: ReadonlyMap<string, Operation>;
}

export function servicePage({ domain, title, events, operations }: ServicePage): string {
  const groups = Map.groupBy(events, (event) => event.name.split(".")[1] ?? "");
  const sections = [...groups].map(
    ([group, members]) => `## ${group}\n\n${members.map((event) => eventSection(event, operations)).join("\n")}`,
  );
  return `# ${text(title)}

${link("Catalogue", "../README.md")} › ${link(text(domain.title), "README.md")} · ${counted(events.length, "event")} · topic ${code(`audit.${domain.name}`)} · generated from ${code(`schemas/avro/${domain.name}`)}

${events.length === 0 ? "No events yet.\n" : eventTable(events, "")}
${sections.join("\n")}`;
}

function eventSection(event: WrittenEvent, operations: ReadonlyMap<string, Operation>): string {
  return [
    `### ${event.name}\n`,
    `${text(event.about)}\n`,
    `> ${sentence(event.sentence)}\n`,
    facts(event, operations),
    fieldTable(event.fields),
    ...example(event),
  ].join("\n");
}

function facts(event: WrittenEvent, operations: ReadonlyMap<string, Operation>): string {
  const { endOf, endedBy, omits, since, version } = event;
  const resourceType = event.resourceType === "{scope}" ? "the type of the event's scope" : code(event.resourceType);
  const lines: [string, string | undefined][] = [
    ["Type", `${code(event.eventType)}, category ${code(event.category)}, resource type ${resourceType}`],
    ["Recorded by", `${text(event.owner)}, with ${code(event.sdk)}`],
    ["Version", since === version ? version : `${version}, since ${since}`],
    ["Starts with", endOf && `${eventLink(endOf)}, which has the same ${code("operationId")}`],
    ["Ends with", endedBy && `${eventLink(endedBy)}, which has the same ${code("operationId")}`],
    ["API", event.operations.map((name) => operation(name, operations)).join("; ") || undefined],
    ["Never recorded", omits?.map(code).join(", ") || undefined],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}\n`])).join("");
}

const eventLink = (name: string): string => link(code(name), `#${anchor(name)}`);

/** `PUT /v2/projects/{projectId}` CreateCluster (ske v2) */
function operation(name: string, operations: ReadonlyMap<string, Operation>): string {
  const found = operations.get(name);
  return found === undefined
    ? text(name)
    : `${code(`${found.method} ${found.path}`)} ${found.operationId} (${found.spec})`;
}

export function operationsByName(operations: readonly Operation[]): Map<string, Operation> {
  return new Map(operations.map((operation) => [operationName(operation), operation]));
}

export const fieldTable = (fields: readonly DocumentedField[]): string =>
  fields.length === 0
    ? "No details of its own.\n"
    : table(
        ["Field", "Type", "Meaning"],
        fields.map(({ name, type, optional, about }) => [
          code(name),
          optional ? `${type}, optional` : type,
          text(about),
        ]),
      );

function example({ name, example }: WrittenEvent): string[] {
  if (example === undefined) return [`No example yet: schemas/examples/…/${name}.json is missing.\n`];
  const details = JSON.stringify(example.details, null, 2);
  return [
    `<details><summary>Example: ${html(example.sentence)}</summary>\n`,
    `\`\`\`json\n${details}\n\`\`\`\n`,
    "</details>\n",
  ];
}
