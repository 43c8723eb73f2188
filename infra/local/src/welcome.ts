// The last lines of `npm start`: what runs where, and two things to try.
import { relative } from "node:path";
import type { Demo } from "./demo/publish-demo.ts";
import type { RunFile } from "./pipeline/run-file.ts";

export function welcome(run: RunFile, runFile: string, demo: Demo | undefined): string {
  const fragment = new URLSearchParams({
    token: run.tokens.auditor,
    organization: run.organizationId,
    folder: run.folderId,
    project: run.projectId,
  });
  const told = demo === undefined ? "no demo (it was left out)" : `${demo.calls.length} demo events of Acme GmbH`;
  return `
The audit log is running: ${told}.

  Portal      ${run.portal}#${fragment.toString()}
  API         ${run.api}  (documentation: ${run.api}/docs)
  Kafka       ${run.kafka}
  Registry    ${run.registry}
  ClickHouse  ${run.clickhouse}

  All of it, with tokens, is in ${relative(process.cwd(), runFile)}. Try:

curl -s -H "Authorization: Bearer ${run.tokens.auditor}" "${run.api}/v3/projects/${run.projectId}/entries?limit=3"

Ctrl-C stops everything; the data stays.`;
}
