// A server whose handlers say only what is theirs: who asked, from where and with which request comes from the request's context.
//   KAFKA_BROKERS=… SCHEMA_REGISTRY_URL=… node producers/examples/request-context.ts
import { once } from "node:events";
import { createServer } from "node:http";
import { membership } from "@audit-log/membership";
import { createRecorder, project, recorderConfig, user } from "@audit-log/producer-core";
import { auditOnResponse, auditRequests } from "@audit-log/producer-core/http";

// oxlint-disable-next-line node/no-process-env -- an example is its own main program
await using recorder = await createRecorder(recorderConfig(process.env));
const { roleDeleted } = membership(recorder).membership;

const audited = auditRequests({
  // A service looks the caller up: in its session, or in the token that it has just checked.
  initiatorOf: ({ headers }) => user(String(headers["x-user"])),
  onFault: (fault) => process.stderr.write(`${fault.during}: ${String(fault.cause)}\n`),
});
const roles = new Set(["auditor", "deployer"]);

const server = createServer((request, response) =>
  audited(request, response, () => {
    const roleId = request.url?.split("/").at(-1) ?? "";
    // Recorded when the response ends, with its outcome: 204 is a success, 404 a failure.
    auditOnResponse(roleDeleted, { scope: project("shop"), resource: { id: roleId }, details: { roleId } });
    response.writeHead(roles.delete(roleId) ? 204 : 404).end();
  }),
);

await once(server.listen(0, "127.0.0.1"), "listening");
const address = server.address();
if (typeof address === "object") process.stdout.write(`http://127.0.0.1:${address?.port}/roles\n`);

await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
await once(server.close(), "close"); // requests under way end first, and with them their events
