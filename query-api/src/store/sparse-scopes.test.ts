import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { sparseScopes } from "./sparse-scopes.ts";

const scopeOf = async (id: string, descendants = false) => ({
  scope: await grantedScope({ type: "ORGANIZATION", id }),
  descendants,
});

test("a scope is known for ten minutes, with everything below it apart", async () => {
  let now = 5;
  const scopes = sparseScopes(() => now);
  const one = await scopeOf("one");
  expect(scopes.has(one)).toBe(false);
  scopes.add(one);
  expect([scopes.has(one), scopes.has(await scopeOf("one", true)), scopes.has(await scopeOf("two"))]).toEqual([
    true,
    false,
    false,
  ]);
  now += 599_999;
  expect(scopes.has(one)).toBe(true);
  now += 2;
  expect(scopes.has(one)).toBe(false);
});

test("of too many the oldest are forgotten", async () => {
  const scopes = sparseScopes(() => 0, 2);
  const [first, second, third] = [await scopeOf("first"), await scopeOf("second"), await scopeOf("third")];
  for (const scope of [first, second, first, third]) scopes.add(scope);
  expect([scopes.has(first), scopes.has(second), scopes.has(third)]).toEqual([true, false, true]);
});
