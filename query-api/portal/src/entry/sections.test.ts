// What of an entry is shown, and that nothing is left out.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { entry } from "../../testing/entries.ts";
import { sectionsOf } from "./sections.ts";

const now = Date.parse("2026-03-21T08:10:14.422Z");
const fieldsOf = (shown: ReturnType<typeof entry>) =>
  Object.fromEntries(
    sectionsOf(shown).flatMap(({ title, fields }) => fields.map((field) => [`${title}: ${field.name}`, field.value])),
  );

test("absent fields and empty sections are left out", () => {
  const { correlationId: _, ...untraced } = entry(0, now);
  expect(sectionsOf(untraced).map(({ title }) => title)).toEqual([
    "Initiator",
    "Resource",
    "Outcome",
    "Content",
    "Request",
    "Event",
    "Scope",
    "Record",
  ]);
  expect(fieldsOf(untraced)).not.toHaveProperty("Outcome: Message");
});

test("on whose behalf, what was cut and how late it came are said", () => {
  const fields = fieldsOf(
    entry(0, now, {
      serviceAccountDelegationInfo: { principals: [{ id: "u-1", email: "ada@example.com" }] },
      truncations: [{ part: "result", originalBytes: 90_211 }],
    }),
  );
  expect(fields["Initiator: On behalf of"]).toBe("ada@example.com (u-1)");
  expect(fields["Record: Cut parts"]).toEqual([{ part: "result", originalBytes: 90_211 }]);
  expect(fields["Record: Delay"]).toBe("585 ms");
});

test("a field that this page does not know is shown all the same", () => {
  const novel = { ...entry(0, now), novelty: { a: 1 } };
  expect(fieldsOf(novel)["Other: novelty"]).toEqual({ a: 1 });
});

test("no field that the API defines counts as unknown", async () => {
  const definition = await readFile(new URL("../../../src/entries/entry.ts", import.meta.url), "utf8");
  const names = [...definition.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(25);
  const whole = {
    ...entry(0, now),
    ...Object.fromEntries(names.map((name) => [name, entry(0, now)[name as "id"] ?? undefined])),
  };
  expect(sectionsOf(whole).map(({ title }) => title)).not.toContain("Other");
});
