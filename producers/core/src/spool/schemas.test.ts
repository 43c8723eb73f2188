// Schemas beside the entries, and the ids that the registry gave them.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { entry, SCHEMA } from "./testing/entries.ts";
import { everythingIn, filesOf, opened, temporaryFolder } from "./testing/temporary-spool.ts";

it("keeps the schema of each entry through a change inside a topic", async () => {
  const folder = await temporaryFolder();
  const newer = SCHEMA.replace("Event", "NewEvent");
  {
    await using subject = await opened(folder);
    const fingerprint = await subject.spool.schemas.putSchema(newer);
    await subject.append(0, 1);
    await subject.topic.append([entry(2)], { fingerprint });
    await subject.append(3);
  }
  expect(await filesOf(folder, ".segment")).toHaveLength(3);
  await using again = await opened(folder);
  const entries = await everythingIn(again.topic);
  const schemas = await Promise.all(entries.map(({ fingerprint }) => again.spool.schemas.schemaOf(fingerprint)));
  expect(schemas).toEqual([SCHEMA, SCHEMA, newer, SCHEMA]);
});

it("does not answer with a schema that is damaged or missing, and mends it when it is put again", async () => {
  const folder = await temporaryFolder();
  await using subject = await opened(folder);
  const { fingerprint } = subject;
  const file = join(folder, "schemas", `${fingerprint}.avsc`);
  await writeFile(file, SCHEMA.slice(1));
  expect(await subject.spool.schemas.schemaOf(fingerprint)).toBeUndefined();
  await rm(file);
  expect(await subject.spool.schemas.schemaOf(fingerprint)).toBeUndefined();
  expect(await subject.spool.schemas.schemaOf("../../ids")).toBeUndefined();
  await writeFile(file, "");
  await subject.spool.close();
  await using again = await opened(folder);
  expect(await again.spool.schemas.schemaOf(fingerprint)).toBe(SCHEMA);
});

it("remembers the registry's ids over a restart", async () => {
  const folder = await temporaryFolder();
  {
    await using subject = await opened(folder);
    const puts = ["a-value", "__proto__", "b-value"].map((name, id) =>
      subject.spool.ids.put(name, subject.fingerprint, id),
    );
    expect(subject.spool.ids.get("a-value", subject.fingerprint)).toBe(0);
    await Promise.all(puts);
    await subject.spool.ids.put("a-value", subject.fingerprint, 9);
  }
  await using again = await opened(folder);
  const { ids } = again.spool;
  const { fingerprint } = again;
  expect(["a-value", "__proto__", "b-value", "c"].map((name) => ids.get(name, fingerprint))).toEqual([
    9,
    1,
    2,
    undefined,
  ]);
  expect(ids.get("a-value", "0".repeat(64))).toBeUndefined();
});

it.each(["", "{", "null", '{"a":1}', '[["a","b","c"]]', '[["a","b"]]', "\0\0\0"])(
  "takes ids.json for empty where it holds %j",
  async (text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "ids.json"), text);
    await using subject = await opened(folder);
    expect(subject.spool.ids.get("a", "b")).toBeUndefined();
    await subject.spool.ids.put("a", "b", 3);
    expect(JSON.parse(await readFile(join(folder, "ids.json"), "utf8"))).toEqual([["a", "b", 3]]);
  },
);
