// Commands of the contract, run through `npm run schemas:<command>`. The registry is asked where SCHEMA_REGISTRY_URL names one.
import { addPublished } from "./contract/published.ts";
import { breachSentences, faults } from "./contract/check.ts";
import { readContract } from "./contract/read-contract.ts";
import { generate } from "./generate/generate.ts";
import { publishSchemas } from "./publish.ts";
import { createRegistry } from "./registry.ts";

const [command = ""] = process.argv.slice(2);
const {
  SCHEMA_REGISTRY_URL: url,
  SCHEMA_REGISTRY_USERNAME: username,
  SCHEMA_REGISTRY_PASSWORD: password,
  AUDIT_PREFIX: prefix,
} = process.env;
const registry = url === undefined ? undefined : createRegistry({ url, username, password });

switch (command) {
  case "generate":
    report(
      generate().map((path) => `wrote ${path}`),
      "nothing changed",
    );
    break;
  case "check":
    fail(await faults(registry, prefix), "working copy, generated files and published versions agree");
    break;
  case "publish":
    await publish();
    break;
  default:
    fail([`unknown command "${command}"; there are: generate, check, publish`], "");
}

async function publish(): Promise<void> {
  const { domains } = readContract();
  const broken = domains.flatMap(breachSentences);
  if (broken.length > 0) return fail(broken, "");
  const files = domains.flatMap((domain) => addPublished(domain) ?? []);
  report(
    files.map((file) => `published avro/published/${file}`),
    "every version is already published",
  );
  if (registry === undefined) return console.log("no SCHEMA_REGISTRY_URL: no registry was asked");
  const ids = await publishSchemas(registry, prefix);
  console.log(`in the registry: ${[...ids].map(([domain, id]) => `${domain} ${id}`).join(", ")}`);
}

function report(lines: string[], otherwise: string): void {
  console.log(lines.length === 0 ? otherwise : lines.join("\n"));
}

function fail(lines: string[], otherwise: string): void {
  if (lines.length === 0) return console.log(otherwise);
  console.error(lines.join("\n"));
  process.exitCode = 1;
}
