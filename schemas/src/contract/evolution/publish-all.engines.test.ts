// The commands against a real registry, in a copy: published with the right level, again without a change, repaired where somebody
// has lowered the level.
import { expect, inject, test } from "vitest";
import { scratchCopy } from "../../../guides/scratch-copy.ts";

test("schemas:publish and schemas:check with a registry", async () => {
  using copy = scratchCopy(process.env["PATH"]);
  const url = inject("registryUrl");
  const prefix = `publish-${process.pid}`;
  const environment = { SCHEMA_REGISTRY_URL: url, AUDIT_PREFIX: prefix };
  const schemas = (command: string) => copy.run(`node schemas/src/cli.ts ${command}`, environment);
  const subject = `${prefix}.billing-value`;
  await copy.run("node schemas/src/cli.ts publish");

  const before = await schemas("check");
  expect(before.code).toBe(1);
  expect(before.said).toContain(`${subject}: the registry does not know it, so SDKs of billing do not start`);

  const published = await schemas("publish");
  expect(published).toEqual({ code: 0, said: expect.stringMatching(/in the registry: billing \d+, compute \d+/) });
  expect(await schemas("check")).toEqual({ code: 0, said: expect.stringContaining("agree, and the registry") });
  expect(await schemas("publish")).toEqual({ code: 0, said: published.said.replace(/^published.*\n/gm, "") });

  await fetch(`${url}/config/${subject}`, {
    method: "PUT",
    headers: { "content-type": "application/vnd.schemaregistry.v1+json" },
    body: JSON.stringify({ compatibility: "NONE" }),
  });
  const lowered = await schemas("check");
  expect(lowered.said).toContain(`${subject}: the registry's compatibility level is NONE, not BACKWARD_TRANSITIVE`);
  expect((await schemas("publish")).code).toBe(0);
  expect((await schemas("check")).code).toBe(0);
});
