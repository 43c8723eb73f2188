// A person new to the command finds out who deleted a project last week, and what else they did that day, from `audit-log --help` alone:
// the help's own lines, run in its order.
import { expect, test } from "vitest";
import { HOW_DO_I } from "../../client/cli/program.ts";
import { cliUnderTest } from "../../client/testing/run-cli.ts";
import { apiUnderTest, READER_ROLES } from "../api-under-test.ts";
import { idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "../rows.ts";

const anna = { initiator_kind: "USER", initiator_id: "anna", delegation: "[]" };
const at = (time: string): number => Date.parse(`${time}Z`);
const named = (id: string, name: string) => ({ resource_type: "project", resource_id: id, resource_name: name });

const rows = [
  rowAt(at("2026-03-18T09:02:11"), idOf(1), {
    ...anna,
    ...named(PROJECT, "Shop"),
    event_name: "resource-manager.project.delete",
    event_source: "resource-manager",
    domain: "resource-manager",
    details: "{}",
  }),
  rowAt(at("2026-03-18T09:10:00"), idOf(2), {
    ...anna,
    event_source: "iam",
    event_name: "iam.session.revoke",
    outcome: "DENIED",
  }),
  rowAt(at("2026-03-17T09:10:00"), idOf(3), { ...anna, event_name: "membership.member.add" }),
  // Somebody else's: another project, another deletion, and longer ago.
  rowAt(at("2026-03-18T10:00:00"), idOf(4), { ...named("zone-1", "example.com"), event_name: "dns.zone.delete" }),
  rowAt(at("2026-03-10T10:00:00"), idOf(5), {
    ...named(PROJECT, "Shop"),
    event_name: "resource-manager.project.delete",
  }),
  rowAt(at("2026-03-18T11:00:00"), idOf(6), { ...anna, scope_id: OTHER_PROJECT, organization_id: "another" }),
];

const shown = [...HOW_DO_I.matchAll(/^ +\$ (.*)$/gm)].map(([, line]) => line ?? "");

test("who deleted the project shop last week, and what else did they do that day?", async () => {
  await using api = await apiUnderTest();
  api.store.add(...rows);
  api.emails.tell({ kind: "USER", id: "anna" }, "anna.schmidt@example.com");
  api.hierarchy.place({ type: "PROJECT", id: PROJECT }, { type: "ORGANIZATION", id: ORGANIZATION });
  const url = await api.listen();
  using cli = cliUnderTest({
    stdin: await api.issuer.token({ roles: READER_ROLES }),
    client: {
      fetch: (asked, init) => fetch(new Request(asked).url.replace("https://audit-log.example.com", url), init),
    },
  });

  expect(shown).toHaveLength(7);
  const [login, who, what, ...others] = shown;
  const began = await cli.run(login ?? "");
  expect(began).toMatchObject({ code: 0, err: "" });
  expect(began.out).toContain("Reads organization 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20 and what is below it");

  const deleted = await cli.run(`${who} --utc --no-color`, { terminal: 120 });
  expect(deleted.code).toBe(0);
  expect(deleted.out.trimEnd().split("\n")).toEqual([
    "TIME (UTC)           INITIATOR                 WHAT",
    expect.stringMatching(
      /^2026-03-18 09:02:11 {2}anna\.schmidt@example\.com {2}anna\.schmidt@example\.com deleted the project Shop$/,
    ),
  ]);

  const day = await cli.run(`${what} --utc`);
  const ids = day.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect([day.code, ids]).toEqual([0, [idOf(2), idOf(1)]]);

  for (const line of others)
    expect(await cli.run(line)).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/./) });
});
