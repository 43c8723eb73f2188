/**
 * Three projects: `unit` runs anywhere in seconds; `browser` needs a real browser (it brings one); `engines` runs against real Kafka,
 * registry and ClickHouse, started once per run. A test belongs to one by its name: `*.test.ts`, `*.browser.test.ts`, `*.engines.test.ts`.
 */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const rooms = "{schemas,producers,consumers,query-api,infra}";
const never = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  test: {
    reporters: ["default", "./infra/local/src/testing/summary-reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: [`${rooms}/**/*.test.ts`],
          exclude: [...never, "**/*.engines.test.ts", "**/*.browser.test.ts"],
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // A bound on what hangs, far above what a busy machine needs.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: [`${rooms}/**/*.browser.test.ts`],
          exclude: never,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "engines",
          include: [`${rooms}/**/*.engines.test.ts`],
          exclude: never,
          globalSetup: ["./infra/local/src/testing/engines-setup.ts"],
          // Three at a time, because much of a file is waiting. After the others: its own pace.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
