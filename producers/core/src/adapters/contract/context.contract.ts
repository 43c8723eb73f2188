// The context that every adapter opens for a request.
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { amendContext, user } from "../../index.ts";
import { ADA, AdapterHarness, type StartServer } from "./harness.ts";

export function contextContract(startServer: StartServer): void {
  const harness = new AdapterHarness(startServer);

  describe("the context of a request", () => {
    it("tells where it came from and what was asked", async () => {
      const url = await harness.serve((_request, response) => {
        harness.declare();
        response.end();
      });
      const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
      const headers = { "user-agent": "curl/8", "x-request-id": "req-1", traceparent, authorization: "Bearer secret" };
      const answer = await fetch(`${url}/v2/roles?name=deployer&name=x`, { method: "DELETE", headers });
      expect(answer.headers.get("x-request-id")).toBe("req-1");
      const [event] = await harness.recorded(1);
      expect(event).toMatchObject({
        initiator: ADA,
        request: { endpoint: "/v2/roles?name=deployer&name=x", method: "DELETE" },
        sourceIpAddress: "127.0.0.1",
        userAgent: "curl/8",
        correlationId: "req-1",
        traceparent,
      });
      expect(event?.request?.headers).toMatchObject({ "user-agent": "curl/8", authorization: "[redacted]" });
      expect(JSON.parse(event?.request?.parameters ?? "")).toMatchObject({ name: ["deployer", "x"] });
    });

    it("takes no header at its word", async () => {
      const url = await harness.serve((_request, response) => {
        harness.declare();
        response.end();
      });
      const headers = { "x-request-id": "not an id", traceparent: "00-0-0-00", "x-forwarded-for": "203.0.113.9" };
      const answer = await fetch(url, { headers });
      const [event] = await harness.recorded(1);
      expect(event).toMatchObject({ traceparent: null, sourceIpAddress: "127.0.0.1" });
      expect(event?.correlationId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
      expect(answer.headers.get("x-request-id")).toBe(event?.correlationId);
    });

    it("believes as many proxies as are trusted", async () => {
      const url = await harness.serve(
        (_request, response) => {
          harness.declare();
          response.end();
        },
        { trustedProxies: 1 },
      );
      await fetch(url, { headers: { "x-forwarded-for": "203.0.113.9, 192.0.2.7" } });
      expect(await harness.recorded(1)).toMatchObject([{ sourceIpAddress: "192.0.2.7" }]);
    });

    it("loses scheme, host and password of a proxy's request line", async () => {
      await harness.serve((_request, response) => {
        harness.declare();
        response.end();
      });
      const socket = connect(harness.port, "127.0.0.1");
      socket.write("GET http://ada:secret@example.com/v2/roles?x=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
      await once(socket.resume(), "close");
      expect(await harness.recorded(1)).toMatchObject([{ request: { endpoint: "/v2/roles?x=1" } }]);
    });

    it("is the request's own, also on a connection that others use", async () => {
      const url = await harness.serve(
        async (request, response) => {
          for await (const _ of request);
          harness.declare({ resource: { id: String(request.headers["x-role"]) } });
          response.end();
        },
        { initiatorOf: async ({ headers }) => user(`user-${String(headers["x-role"])}`) },
      );
      await Promise.all(
        Array.from({ length: 40 }, async (_, n) => {
          await (
            await fetch(url, { method: "PUT", headers: { "x-role": `${n}` }, body: "x".repeat(n * 4_000) })
          ).text();
        }),
      );
      const seen = (await harness.recorded(40)).map(({ resource, initiator }) => `${resource.id} ${initiator.id}`);
      expect(seen.sort()).toEqual(Array.from({ length: 40 }, (_, n) => `${n} user-${n}`).sort());
    });
  });

  describe("the initiator", () => {
    it("is asked for again at the end, and what the service amended counts for more", async () => {
      let asked = 0;
      const url = await harness.serve(
        (request, response) => {
          if (request.url === "/amended") amendContext({ initiator: user("amended") });
          harness.declare();
          response.end();
        },
        { initiatorOf: async () => (asked++ % 2 === 0 ? undefined : user("late")) },
      );
      await fetch(url);
      await harness.recorded(1);
      await fetch(`${url}/amended`);
      expect((await harness.recorded(2)).map(({ initiator }) => initiator.id)).toEqual(["late", "amended"]);
      expect(asked).toBe(3);
    });

    it.each([
      [
        "throws",
        () => {
          throw new Error("no database");
        },
        "no database",
      ],
      ["rejects", () => Promise.reject(new Error("no database")), "no database"],
      ["never answers", () => new Promise<undefined>(() => {}), "initiatorOf takes too long"],
    ])("whose hook %s costs the event, never the request", async (_name, initiatorOf, message) => {
      const url = await harness.serve(
        (_request, response) => {
          harness.declare();
          response.end("served");
        },
        { initiatorOf, initiatorTimeoutMs: 20 },
      );
      expect(await (await fetch(url)).text()).toBe("served");
      await expect.poll(() => harness.subject.recorder.counts.lost.refused).toBe(1);
      expect(harness.faults[0]).toMatchObject({ during: "initiator", cause: { message } });
    });
  });

  it("serves without a context where it cannot be opened, and a listener's fault is of no consequence", async () => {
    const url = await harness.serve((_request, response) => void response.end("served"), {
      newCorrelationId: () => {
        throw new Error("no ids");
      },
      onFault: (fault) => {
        harness.faults.push(fault);
        throw new Error("broken listener");
      },
    });
    expect(await (await fetch(url)).text()).toBe("served");
    expect(harness.faults).toMatchObject([{ during: "open", cause: { message: "no ids" } }]);
  });
}
