// Wires the service and ends it without losing an event: first the requests, then the long operations, then the recorder.
import { once } from "node:events";
import { createRecorder, recorderConfig } from "@audit-log/producer-core";
import { createApp } from "./app.ts";
import { callersOf } from "./callers.ts";
import { Projects } from "./projects.ts";

await using recorder = await createRecorder(recorderConfig(process.env), {
  onProblem: (problem) => process.stderr.write(`${JSON.stringify(problem)}\n`),
});
const app = await createApp(recorder, callersOf(process.env["SERVICE_TOKENS"]), new Projects());
process.stdout.write(`${await app.listen({ port: Number(process.env["PORT"] ?? 0), host: "127.0.0.1" })}\n`);

await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
await app.close();
