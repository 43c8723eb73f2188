import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { memoryRecorder } from "../testing/memory-recorder.ts";
import { contextContract } from "./contract/context.contract.ts";
import { ADA, declared, type StartServer } from "./contract/harness.ts";
import { responseContract } from "./contract/response.contract.ts";
import { auditOnResponse, auditRequests } from "./http.ts";

const startServer: StartServer = async (options, handle) => {
  const audited = auditRequests(options);
  const server = createServer((request, response) => audited(request, response, () => void handle(request, response)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
};

describe("node:http", () => {
  contextContract(startServer);
  responseContract(startServer);
});

/** What express's router does to a request before a handler sees it. */
interface RoutedRequest extends IncomingMessage {
  originalUrl?: string;
  params?: object;
  body?: object;
}

it("sees what express finds out after the middleware ran", async () => {
  await using subject = await memoryRecorder();
  const audited = auditRequests<RoutedRequest>({ initiatorOf: () => ADA, bodyOf: ({ body }) => body });
  const server = createServer((incoming, response) => {
    const request: RoutedRequest = Object.assign(incoming, { originalUrl: incoming.url ?? "" });
    audited(request, response, () => {
      request.url = "/role-1";
      request.params = { roleId: "role-1" };
      request.body = { reason: "obsolete", password: "hunter2" };
      auditOnResponse(subject.record, declared());
      response.end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/roles/role-1?roleId=forged&x=1`);
  await once(server.close(), "close");
  expect((await subject.oneEvent()).request).toMatchObject({
    endpoint: "/v2/roles/role-1?roleId=forged&x=1",
    parameters: '{"roleId":"role-1","x":"1"}',
    body: '{"reason":"obsolete","password":"[redacted]"}',
  });
});

it("records at once outside of a request", async () => {
  await using subject = await memoryRecorder();
  auditOnResponse(subject.record, declared({ initiator: ADA }));
  expect(await subject.oneEvent()).toMatchObject({ initiator: ADA, outcome: { result: "SUCCESS", statusCode: null } });
});
