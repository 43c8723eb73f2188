// What `producers/<domain>` is: one function per event, its types from the contract, everything else in producers/core.
import type { Contract, DomainDefinition, ServiceDefinition } from "../contract/read-contract.ts";
import { camelCase, lowerFirst } from "./names.ts";
import { withEvents } from "./schemas-package.ts";

/** As the formatter has it, so that formatting and generating agree. */
const LINE_WIDTH = 120;

const NOTE = "// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.\n";

export function producerFiles(contract: Contract): [path: string, text: string][] {
  return contract.domains
    .filter((domain) => domain.schema !== undefined)
    .flatMap((domain): [string, string][] => [
      [`producers/${domain.name}/package.json`, packageJson(domain)],
      [`producers/${domain.name}/src/index.ts`, indexFile(domain)],
      [`producers/${domain.name}/README.md`, readme(domain)],
    ]);
}

function packageJson(domain: DomainDefinition): string {
  const manifest = {
    name: `@audit-log/${domain.name}`,
    version: "0.1.0",
    private: true,
    description: `Records audit events of ${domain.title}`,
    license: "Apache-2.0",
    type: "module",
    exports: { ".": "./src/index.ts" },
    dependencies: { "@audit-log/producer-core": "0.1.0", "@audit-log/schemas": "0.1.0" },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function indexFile(domain: DomainDefinition): string {
  const services = withEvents(domain);
  const imports = services.map(
    (service) => `import type * as ${typesName(service)} from "@audit-log/schemas/${domain.name}/${service.name}";\n`,
  );
  return `${NOTE}import type { Recorder } from "@audit-log/producer-core";
${imports.join("")}
/** ${domain.title}: ${domain.about} */
export const ${camelCase(domain.name)} = (recorder: Pick<Recorder, "event">) => ({
${services.map(serviceObject).join("")}});
`;
}

function serviceObject(service: ServiceDefinition): string {
  const functions = service.events.map((event) => {
    const call = `    ${lowerFirst(event.name)}: recorder.event<${typesName(service)}.${event.name}>(`;
    const whole = `${call}"${event.eventName}"),\n`;
    const broken = `${call}\n      "${event.eventName}",\n    ),\n`;
    return `    /** ${event.doc} */\n${whole.length <= LINE_WIDTH + 1 ? whole : broken}`;
  });
  return `  ${camelCase(service.name)}: {\n${functions.join("")}  },\n`;
}

function readme(domain: DomainDefinition): string {
  const services = withEvents(domain);
  const first = services[0];
  const example = first?.events[0];
  if (first === undefined || example === undefined) return "";
  return `# @audit-log/${domain.name}

${domain.about} Generated from \`schemas/avro/${domain.name}\`; may import \`producers/core\` and \`schemas\` only.

\`\`\`ts
${importLine(camelCase(domain.name), `@audit-log/${domain.name}`)}
${importLine("createRecorder, recorderConfig", "@audit-log/producer-core")}

const audit = ${camelCase(domain.name)}(await createRecorder(recorderConfig(process.env)));
audit.${camelCase(first.name)}.${lowerFirst(example.name)}({ scope, initiator, resource, details });
\`\`\`

What stands in \`EventInput\` and what a caller may rely on: [producers/core](../core/README.md). In tests \`recordingProducer()\` of
\`@audit-log/producer-core/testing\` takes the place of the recorder.

Start in \`src/index.ts\`: one function per event.
`;
}

const typesName = (service: ServiceDefinition): string => `${camelCase(service.name)}Events`;
const importLine = (names: string, from: string): string => `import { ${names} } from "${from}";`;
