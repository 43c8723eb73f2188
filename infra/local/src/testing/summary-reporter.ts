/** Ends the output of a test run with each skipped test and its reason, and as its last line `N passed, N failed, N skipped`. */
import { writeSync } from "node:fs";
import { type Reporter, type TestModule } from "vitest/node";

export interface RunSummary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const text = summaryText(summarize(modules, unhandled.length));
    // At exit, because other reporters and the teardown of the engines may still print.
    process.once("exit", () => writeSync(1, text));
  }
}

function summarize(modules: readonly TestModule[], unhandledErrors: number): RunSummary {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  // A file that cannot be loaded has no tests to count, an error outside of tests belongs to none: both are failures of the run.
  const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
  const skipped = tests.flatMap((test) => {
    const result = test.result();
    return result.state === "skipped" ? [{ name: test.fullName, reason: result.note ?? "no reason given" }] : [];
  });
  return { passed: count("passed"), failed: count("failed") + broken + unhandledErrors, skipped };
}

export function summaryText({ passed, failed, skipped }: RunSummary): string {
  const lines = skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`);
  return `${[...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join("\n")}\n`;
}
