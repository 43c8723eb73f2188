// catalogue/README.md: every event in one line, by domain and service.
import { anchor, code, counted, link, sentence, table, text } from "./markdown.ts";
import type { WrittenCatalogue, WrittenDomain, WrittenEvent } from "./document.ts";

export function indexPage(catalogue: WrittenCatalogue): string {
  const { domains, events } = catalogue;
  const services = domains.flatMap((domain) => domain.services);
  return `# Catalogue

Every event that is recorded: ${counted(events.length, "event")} of ${counted(services.length, "service")} in ${counted(domains.length, "domain")}. Generated from \`schemas/avro\` and \`schemas/examples\` by \`npm run schemas:generate\`; [envelope.md](envelope.md) is what all events have in common.

- In a sentence, *initiator* is who did it, *resource* what it was done to, *scope* where; the other gaps are details of the event.
- Type: ${TYPE_WORDS.ADMIN_ACTIVITY}: somebody did it; ${TYPE_WORDS.SYSTEM_EVENT}: the platform did it by itself; ${TYPE_WORDS.POLICY_DENIED}: it was refused. An event that usually is the first becomes the second where the platform itself is the initiator, and the third where its outcome is DENIED.
- Category: **access** events tell that something secret or protected was read or used; all others are administrative.
- For programs: [catalogue.json](catalogue.json), described at [the end](#for-programs), and \`GET /v3/catalogue\`.

${table(
  ["Domain", "Services"],
  domains.map((domain) => domainRow(domain)),
)}
${domains.map((domain) => domainSection(domain, events)).join("\n")}
## For programs

[catalogue.json](catalogue.json) has the members \`format\`, \`domains\` and \`events\`. \`format\` is ${catalogue.format}; it grows when a member goes or changes its meaning, and members may be added without. \`domains\` and \`events\` are sorted by name.

${table(["Member of an event", "Meaning"], MEMBERS)}`;
}

const domainRow = (domain: WrittenDomain): string[] => [
  link(text(domain.title), `#${anchor(domain.title)}`),
  domain.services.map(({ name, title }) => link(text(title), `${domain.name}/${name}.md`)).join(" · "),
];

function domainSection(domain: WrittenDomain, events: WrittenEvent[]): string {
  const services = domain.services.map(({ name, title }) => {
    const own = events.filter((event) => event.domain === domain.name && event.service === name);
    const page = `${domain.name}/${name}.md`;
    const heading = `### ${link(text(title), page)}\n\n`;
    return heading + (own.length === 0 ? "No events yet.\n" : eventTable(own, page));
  });
  return `## ${text(domain.title)}\n\n${text(domain.about)} Topic ${code(`audit.${domain.name}`)}, SDK ${link(code(`@audit-log/${domain.name}`), `../../producers/${domain.name}/README.md`)}.\n\n${services.join("\n")}`;
}

/** `page`: where the events are described, "" for the page that the table is on. */
export const eventTable = (events: readonly WrittenEvent[], page: string): string =>
  table(
    ["Event", "What people read", "Type", "Category"],
    events.map((event) => [
      link(code(event.name), `${page}#${anchor(event.name)}`),
      sentence(event.sentence),
      TYPE_WORDS[event.eventType],
      event.category === "ACCESS" ? "**access**" : "administrative",
    ]),
  );

const TYPE_WORDS: Record<WrittenEvent["eventType"], string> = {
  ADMIN_ACTIVITY: "admin activity",
  SYSTEM_EVENT: "system event",
  POLICY_DENIED: "policy denied",
};

const MEMBERS: [string, string][] = [
  ["`name`, `domain`, `service`", "Its name and where it belongs"],
  ["`record`", "Full name of the Avro record of its details"],
  ["`sentence`", "What people read; `{initiator}`, `{resource}`, `{scope}` and `{details.field}` are filled in"],
  ["`about`", "What happened"],
  ["`eventType`, `category`", "As the API shows and filters them"],
  ["`version`, `since`", "Version of its details now, and the one in which it first appeared"],
  ["`owner`", "Team that records it"],
  ["`resourceType`", "Value of `resource.type`; `{scope}`: the type of the event's scope"],
  ["`sdk`", "Function that records it"],
  ["`operations`", "API operations that it records: `<spec> <operationId>`"],
  [
    "`endOf`, `endedBy`",
    "The other end of a long operation; both carry the same `operationId`; absent where there is none",
  ],
  ["`omits`", "Parts that are never recorded; absent where there are none"],
  ["`fields`", "Its details: `name` (a path such as `nodePools[].name`), `type` in words, `optional`, `about`"],
  ["`example`", "`sentence` and `details` of its example"],
];
