// What becomes of events that are declared for the end of a response, whatever that end is.
import { once } from "node:events";
import { Agent, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { failure, runInContext } from "../../index.ts";
import { auditOnResponse } from "../audit-on-response.ts";
import { ADA, AdapterHarness, declared, type StartServer } from "./harness.ts";

export function responseContract(startServer: StartServer): void {
  const harness = new AdapterHarness(startServer);

  describe("an event declared for the end of the response", () => {
    it.each([
      [200, { result: "SUCCESS", statusCode: 200, message: null }],
      [204, { result: "SUCCESS", statusCode: 204, message: null }],
      [303, { result: "SUCCESS", statusCode: 303, message: null }],
      [401, { result: "DENIED", statusCode: 401, message: "Unauthorized" }],
      [403, { result: "DENIED", statusCode: 403, message: "Forbidden" }],
      [404, { result: "FAILURE", statusCode: 404, message: "Not Found" }],
      [503, { result: "FAILURE", statusCode: 503, message: "Service Unavailable" }],
      [599, { result: "FAILURE", statusCode: 599 }],
    ])("has the outcome of status %i", async (status, outcome) => {
      const url = await harness.serve((_request, response) => {
        harness.declare();
        response.writeHead(status).end();
      });
      await fetch(url, { redirect: "manual" });
      expect(await harness.recorded(1)).toMatchObject([{ outcome }]);
    });

    it("is recorded with its own outcome where it has one", async () => {
      const url = await harness.serve((_request, response) => {
        harness.declare({ outcome: failure(409, "own") });
        runInContext({ outcome: failure(410, "context's") }, () => harness.declare());
        response.end();
      });
      await fetch(url);
      expect((await harness.recorded(2)).map(({ outcome }) => outcome.message)).toEqual(["own", "context's"]);
    });

    it("is recorded once, each of several, on a connection that stays open", async () => {
      const url = await harness.serve((request, response) => {
        harness.declare({ resource: { id: `${request.url} first` } });
        runInContext({ operationId: "op-1" }, () => harness.declare({ resource: { id: `${request.url} second` } }));
        response.end();
      });
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const ports = new Set<number | undefined>();
      for (const path of ["/a", "/b", "/c"]) {
        const [answer] = (await once(httpRequest(`${url}${path}`, { agent }).end(), "response")) as [IncomingMessage];
        ports.add(answer.socket.localPort);
        await once(answer.resume(), "end");
      }
      agent.destroy();
      expect(ports.size).toBe(1);
      const seen = (await harness.recorded(6)).map(({ resource, operationId }) => `${resource.id} ${operationId}`);
      const expected = ["/a", "/b", "/c"].flatMap((path) => [`${path} first null`, `${path} second op-1`]);
      expect(seen).toEqual(expected);
    });

    it("waits for the end of a stream, and reads its input only then", async () => {
      const { promise: finish, resolve } = Promise.withResolvers<void>();
      const url = await harness.serve(async (_request, response) => {
        const input = declared();
        auditOnResponse(harness.subject.record, input);
        response.write("first");
        await finish;
        input.result = { bytes: 9 };
        response.end("last");
      });
      const answer = await fetch(url);
      expect(harness.subject.recorder.counts.recorded).toBe(0);
      resolve();
      expect(await answer.text()).toBe("firstlast");
      expect(await harness.recorded(1)).toMatchObject([{ result: '{"bytes":9}', outcome: { statusCode: 200 } }]);
    });

    it("may be recorded durably, and its loss is told without an unhandled rejection", async () => {
      const url = await harness.serve(
        (_request, response) => {
          auditOnResponse(harness.subject.record.strict, declared({ initiator: ADA }));
          auditOnResponse(harness.subject.record.durable, declared());
          response.end();
        },
        { initiatorOf: () => undefined },
      );
      await fetch(url);
      expect(await harness.recorded(1)).toMatchObject([{ outcome: { statusCode: 200 } }]);
      await expect.poll(() => harness.faults).toMatchObject([{ during: "record", cause: { name: "NotRecorded" } }]);
    });

    it("is recorded at once after the end", async () => {
      const url = await harness.serve(async (_request, response) => {
        response.writeHead(404).end();
        await once(response, "close");
        harness.declare();
      });
      await fetch(url);
      expect(await harness.recorded(1)).toMatchObject([{ outcome: { statusCode: 404 } }]);
    });

    it.each<[string, (response: ServerResponse, client: AbortController) => void, object]>([
      [
        "the client goes away before it",
        (_, client) => client.abort(),
        { statusCode: 499, message: "client closed the request" },
      ],
      [
        "the client goes away within it",
        (response, client) => response.write("x", () => client.abort()),
        { statusCode: 499 },
      ],
      [
        "the service breaks it off",
        (response) => response.destroy(),
        { statusCode: 500, message: "the service broke off the response" },
      ],
      [
        "a stream fails",
        (response) => response.write("x", () => response.destroy(new Error("disk"))),
        { statusCode: 500 },
      ],
      [
        "the socket times out",
        (response) => response.socket?.setTimeout(1, () => response.socket?.destroy()),
        { statusCode: 500 },
      ],
    ])("is a failure where %s", async (_name, breakOff, outcome) => {
      const client = new AbortController();
      const url = await harness.serve((_request, response) => {
        harness.declare();
        breakOff(response, client);
      });
      await fetch(url, { signal: client.signal })
        .then((answer) => answer.text())
        .catch(() => undefined);
      expect(await harness.recorded(1)).toMatchObject([{ outcome: { result: "FAILURE", ...outcome } }]);
    });

    it("costs neither the response nor other events when its function throws", async () => {
      const url = await harness.serve((_request, response) => {
        auditOnResponse(() => {
          throw new Error("broken");
        }, declared());
        harness.declare();
        response.end("served");
      });
      expect(await (await fetch(url)).text()).toBe("served");
      await harness.recorded(1);
      expect(harness.faults).toMatchObject([{ during: "record", cause: { message: "broken" } }]);
    });
  });
}
