// Commands of the contract, run through `npm run schemas:<command>`. The registry is asked where SCHEMA_REGISTRY_URL names one.
// A command loads what it needs and no more: `generate` must run where the generated files are missing or in conflict.
import type { RegistryAddress } from "./registry-address.ts";

const COMMANDS: Record<string, () => Promise<void>> = { generate, check, publish };

const [name = ""] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) fail([`unknown command "${name}"; there are: ${Object.keys(COMMANDS).join(", ")}`]);
else await command().catch((cause: unknown) => fail([cause instanceof Error ? cause.message : String(cause)]));

interface Surroundings {
  /** Undefined where no registry is to be asked. */
  address?: RegistryAddress;
  prefix: string;
}

/** Throws InvalidEnvironment. */
async function surroundings(): Promise<Surroundings> {
  const { readEnvironment } = await import("./environment.ts");
  const { readPrefix, readRegistryAddress } = await import("./kafka/address.ts");
  return readEnvironment(process.env, (read) => ({
    prefix: readPrefix(read),
    ...(read.optional("SCHEMA_REGISTRY_URL") === undefined ? {} : { address: readRegistryAddress(read) }),
  }));
}

async function generate(): Promise<void> {
  const generator = await import("./generate/generate.ts");
  report(
    generator.generate().map((path) => `wrote ${path}`),
    "nothing changed",
  );
}

async function check(): Promise<void> {
  const { coverage, faults } = await import("./contract/check.ts");
  const { registrySubjects } = await import("./registry-subjects.ts");
  const { address, prefix } = await surroundings();
  const found = await faults(address && registrySubjects(address), prefix);
  if (found.length > 0) return fail(found);
  const registry = address === undefined ? " (no SCHEMA_REGISTRY_URL: no registry was asked)" : ", and the registry";
  console.log(`${coverage()}\nworking copy, generated files, examples and published versions agree${registry}`);
}

async function publish(): Promise<void> {
  const { publishAll } = await import("./contract/evolution/publish-all.ts");
  const { address, prefix } = await surroundings();
  const { refused, added, ids } = await publishAll(address, prefix);
  if (refused.length > 0) return fail([...refused, "nothing was published"]);
  report(
    added.map((file) => `published avro/published/${file}`),
    "every version is already published",
  );
  console.log(
    ids === undefined
      ? "no SCHEMA_REGISTRY_URL: no registry was asked"
      : `in the registry: ${[...ids].map(([domain, id]) => `${domain} ${id}`).join(", ")}`,
  );
}

function report(lines: string[], otherwise: string): void {
  console.log(lines.length === 0 ? otherwise : lines.join("\n"));
}

function fail(lines: string[]): void {
  console.error(lines.join("\n"));
  process.exitCode = 1;
}
