/** SQL text for values that come from a request: quoted strings, quoted names, and `SET` for settings and bound parameters. */
import { badArgument, ClickHouseFault } from "./faults.ts";

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export const quoteString = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
export const quoteName = (value: string): string => `\`${value.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;

/**
 * The statements that prepare a fresh connection. A parameter's value is handed on as the server's HTTP interface gets it: text in
 * ClickHouse's escaped form, parsed by the engine with the type named in the query, never spliced into it.
 */
export function preparation(
  settings: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
  database: string | undefined,
): string[] {
  const assignments = [
    ...[...settings].map(([name, value]) => `${settingName(name)} = ${quoteString(value)}`),
    ...[...parameters].map(([name, value]) => `param_${parameterName(name)} = ${quoteString(value)}`),
  ];
  return [
    ...(assignments.length > 0 ? [`SET ${assignments.join(", ")}`] : []),
    ...(database === undefined ? [] : [`USE ${quoteName(database)}`]),
  ];
}

function settingName(name: string): string {
  if (!NAME.test(name)) throw new ClickHouseFault(115, "UNKNOWN_SETTING", `Unknown setting ${JSON.stringify(name)}`);
  return name;
}

function parameterName(name: string): string {
  if (!NAME.test(name)) throw badArgument(`${JSON.stringify(name)} is not a parameter name`);
  return name;
}
