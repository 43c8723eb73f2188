// Where two JSON values differ, as paths a person can follow.

/** e.g. `outcome.statusCode: expected 200, found 201`. Empty where they are equal. */
export function differences(expected: unknown, found: unknown, path = ""): string[] {
  if (isObject(expected) && isObject(found)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...names].flatMap((name) =>
      differences(expected[name], found[name], path === "" ? name : `${path}.${name}`),
    );
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((one, index) => differences(one, found[index], `${path}[${index}]`));
  }
  return Object.is(expected, found) ? [] : [`${path}: expected ${show(expected)}, found ${show(found)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";
