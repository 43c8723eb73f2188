// The two smaller kinds of page: a domain's own, and the envelope's.
import type { AvroRecord } from "../../avro-schema.ts";
import { namedTypes } from "../../resolution.ts";
import type { WrittenDomain, WrittenEvent } from "./document.ts";
import { documentedFields } from "./fields.ts";
import { code, counted, link, table, text } from "./markdown.ts";
import { fieldTable } from "./service-page.ts";

export function domainPage(domain: WrittenDomain, events: readonly WrittenEvent[]): string {
  const rows = domain.services.map(({ name, title }) => {
    const own = events.filter((event) => event.domain === domain.name && event.service === name);
    const owners = [...new Set(own.map((event) => text(event.owner)))];
    return [link(text(title), `${name}.md`), counted(own.length, "event"), owners.join(", ")];
  });
  return `# ${text(domain.title)}

${link("Catalogue", "../README.md")} › ${text(domain.about)} Topic ${code(`audit.${domain.name}`)}, SDK ${link(code(`@audit-log/${domain.name}`), `../../../producers/${domain.name}/README.md`)}, owner of the domain: ${text(domain.owner)}.

${table(["Service", "Events", "Recorded by"], rows)}`;
}

export function envelopePage(envelope: AvroRecord): string {
  return `# What every event carries

${link("Catalogue", "README.md")} › Whatever its service, an event says this; its own part, ${code("details")}, is on the page of its service.

${fieldTable(documentedFields(envelope, namedTypes(envelope)))}`;
}
