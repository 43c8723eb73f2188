// Which type the details of an event have, by the event's name: types only, for whoever gets events by their names.
import type { Contract } from "../contract/read-contract.ts";
import { camelCase } from "./names.ts";
import { withEvents } from "./schemas-package.ts";

export function eventDetailsFile(contract: Contract, note: string): string {
  const services = contract.domains
    .filter((domain) => domain.schema !== undefined)
    .flatMap((domain) =>
      withEvents(domain).map((service) => ({ domain, service, alias: camelCase(`${domain.name}-${service.name}`) })),
    );
  const imports = services.map(
    ({ domain, service, alias }) => `import type * as ${alias} from "./${domain.name}/${service.name}.ts";\n`,
  );
  const members = services.flatMap(({ service, alias }) =>
    service.events.map((event) => `  "${event.eventName}": ${alias}.${event.name};\n`),
  );
  return `${note}${imports.join("")}
/** The details of every event, by its name. */
export interface EventDetails {
${members.join("")}}
`;
}
