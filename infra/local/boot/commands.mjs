/** What each command of the root package.json runs, one program after the other, until one fails. Paths start at the root. */
const bin = (name, path) => `node_modules/${name}/${path}`;

const format = [bin("oxfmt", "bin/oxfmt"), "--check"];
const lint = [bin("oxlint", "bin/oxlint"), "--type-aware", "--deny-warnings"];
const types = [bin("typescript", "bin/tsc"), "--noEmit"];
const vitest = (...args) => [bin("vitest", "vitest.mjs"), "run", ...args];
const program = (path) => [`infra/${path}`];

export const commands = {
  start: [program("local/src/start.ts")],
  test: [format, lint, types, vitest()],
  "test:unit": [vitest("--project", "unit")],
  "test:chaos": [program("chaos/run.ts")],
  ops: [program("local/src/ops.ts")],
  check: [format, lint, types],
  "schemas:generate": [["schemas/src/cli.ts", "generate"]],
  "api:generate": [["query-api/document/cli.ts"]],
  "schemas:check": [["schemas/src/cli.ts", "check"]],
  "schemas:publish": [["schemas/src/cli.ts", "publish"]],
  "packages:check": [program("packages/main.ts")],
  "bench:ingest": [program("bench/ingest.ts")],
  "bench:export": [program("bench/export.ts")],
  "bench:sdk": [program("bench/sdk.ts")],
  "bench:query": [program("bench/query.ts")],
};
