// The commands whose answers are more than a list, against the app itself.
import { expect, test } from "vitest";
import { cliUnderTest } from "../../client/testing/run-cli.ts";
import { apiUnderTest, NOW, READER_ROLES } from "../api-under-test.ts";
import { idOf, PROJECT, rowAt } from "../rows.ts";

const HOUR_MS = 3_600_000;

test("one entry, what belongs to it, counts, insights, fields, and what arrives", async () => {
  await using api = await apiUnderTest();
  api.store.add(rowAt(NOW - 2 * HOUR_MS, idOf(1)), rowAt(NOW - HOUR_MS, idOf(2), { outcome: "DENIED" }));
  using cli = cliUnderTest({
    env: { AUDIT_LOG_URL: await api.listen(), AUDIT_LOG_TOKEN: await api.issuer.token({ roles: READER_ROLES }) },
  });
  await cli.run(`config --project ${PROJECT}`);
  const json = async (line: string) => JSON.parse((await cli.run(`${line} --output json`)).out);

  expect(await json(`get ${idOf(1)}`)).toMatchObject({ id: idOf(1) });
  expect(await cli.run(`get ${idOf(9)}`)).toMatchObject({ code: 4, out: "" });
  expect((await json(`related ${idOf(1)}`)).groups[0]).toMatchObject({ kind: "correlation", items: [{ id: idOf(2) }] });
  expect(await json("summary --by outcome --outcome denied")).toMatchObject({ total: 1 });
  expect((await cli.run("summary --by nonsense")).code).toBe(2);
  expect(await json("insights")).toMatchObject({ insights: [], missing: [] });
  expect((await json("fields initiator.email")).fields).toMatchObject([{ name: "initiator.email" }]);

  const enough = new AbortController();
  const onWrite = async (text: string) => (text.includes(idOf(2)) ? enough.abort() : undefined);
  const tail = await cli.run("tail --since 1d", { signal: enough.signal, onWrite });
  const ids = tail.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect([tail.code, ids]).toEqual([130, [idOf(1), idOf(2)]]);
});
