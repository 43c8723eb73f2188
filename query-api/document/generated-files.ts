// What is made from the routes: their document as /openapi.json serves it, and the types of the client.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypes, { astToString } from "openapi-typescript";
import { apiUnderTest } from "../test/api-under-test.ts";

const FOLDER = new URL("../client/src/generated/", import.meta.url);
const NOTE = "// Generated from the query service's routes by `npm run api:generate`. Do not edit.\n";

/** Path and text of each file. */
export async function generatedFiles(): Promise<[path: string, text: string][]> {
  await using api = await apiUnderTest();
  const { text } = await api.get("/openapi.json", null);
  const types = await openapiTypes(text, { alphabetize: false, immutable: true });
  return [
    [fileURLToPath(new URL("openapi.json", FOLDER)), `${JSON.stringify(JSON.parse(text), null, 2)}\n`],
    [fileURLToPath(new URL("api.ts", FOLDER)), NOTE + astToString(types)],
  ];
}

/** The files whose text on disk is another. */
export async function drift(): Promise<[path: string, text: string][]> {
  return (await generatedFiles()).filter(([path, text]) => onDisk(path) !== text);
}

function onDisk(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // not there yet
  }
}
