// operations.ndjson: the published API operations that change something, or read something protected. Every one is an event.
import { readFileSync } from "node:fs";

const FILE = new URL("../../operations.ndjson", import.meta.url);

export interface Operation {
  spec: string;
  operationId: string;
  method: string;
  path: string;
  summary: string;
}

export const readOperations = (file = FILE): Operation[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): Operation => JSON.parse(line));

/** As events name it. */
export const operationName = ({ spec, operationId }: Operation): string => `${spec} ${operationId}`;
