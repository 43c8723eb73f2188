import { expect, test } from "vitest";
import { drift } from "./generated-files.ts";

test("the client's document and types are what the routes say (npm run api:generate)", async () => {
  expect((await drift()).map(([path]) => path)).toEqual([]);
});
