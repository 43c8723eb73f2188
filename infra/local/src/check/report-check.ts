// The check as a person or a pipeline reads it: one line of verdict, then what is wrong, and an exit code.
import type { Demo } from "../demo/publish-demo.ts";
import type { ApiAccess } from "./read-api.ts";
import { verify } from "./verify.ts";

export interface CheckOptions {
  demo: Demo | undefined;
  api: ApiAccess;
  other: string;
  log: (line: string) => void;
}

const SHOWN_FAULTS = 20;

/** Returns the exit code. */
export async function reportCheck({ demo, api, other, log }: CheckOptions): Promise<number> {
  if (demo === undefined) {
    log("check: there is no demo to check (leave out --no-demo)");
    return 1;
  }
  const { events, services, faults } = await verify(demo.calls, api, other, Date.now());
  const found = `${services.found} of ${services.all} services`;
  if (faults.length === 0) {
    log(
      `check: ${events} of ${events} demo events are as they should be: shown exactly once by v2 and by v3, every field equal to what was recorded; private ones to nobody, and nothing to another customer; ${found}`,
    );
    return 0;
  }
  log(`check: ${faults.length} faults in ${events} events; ${found}\n  ${faults.slice(0, SHOWN_FAULTS).join("\n  ")}`);
  return 1;
}
