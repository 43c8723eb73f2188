// A server with an adapter in front of a handler, real requests over loopback, and what is stored of them.
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect } from "vitest";
import { type EventInput, project, user } from "../../index.ts";
import type { RoleDeletedDetails } from "../../testing/events.ts";
import { memoryRecorder } from "../../testing/memory-recorder.ts";
import { auditOnResponse } from "../audit-on-response.ts";
import type { AdapterFault, AdapterOptions } from "../options.ts";

/** What the requests of all adapters have in common. */
export type AnyRequest = Pick<IncomingMessage, "headers" | "method">;
export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
/** A server on 127.0.0.1 with the adapter in front of `handle`. */
export type StartServer = (options: AdapterOptions<AnyRequest>, handle: Handle) => Promise<RunningServer>;
export interface RunningServer extends AsyncDisposable {
  port: number;
}

export const ADA = user("user-1", "ada@example.com");

/** What a handler writes: no initiator, no request, no outcome. */
export const declared = (changes: Partial<EventInput<RoleDeletedDetails>> = {}): EventInput<RoleDeletedDetails> => ({
  scope: project("project-1"),
  resource: { id: "role-1" },
  details: { roleId: "role-1" },
  ...changes,
});

/** One for a suite: a new recorder for every test, and at most one server. */
export class AdapterHarness {
  readonly faults: AdapterFault[] = [];
  readonly #startServer: StartServer;
  #subject: Awaited<ReturnType<typeof memoryRecorder>> | undefined;
  #server: RunningServer | undefined;

  constructor(startServer: StartServer) {
    this.#startServer = startServer;
    beforeEach(async () => {
      this.#subject = await memoryRecorder();
      this.faults.length = 0;
    });
    afterEach(async () => {
      await this.#server?.[Symbol.asyncDispose]();
      await this.subject.recorder.close();
    });
  }

  get subject() {
    if (this.#subject === undefined) throw new Error("no test is running");
    return this.#subject;
  }

  get port(): number {
    if (this.#server === undefined) throw new Error("nothing is served");
    return this.#server.port;
  }

  /** Answers the server's base URL. */
  async serve(handle: Handle, options: AdapterOptions<AnyRequest> = {}): Promise<string> {
    const defaults = { initiatorOf: () => ADA, onFault: (fault: AdapterFault) => void this.faults.push(fault) };
    this.#server = await this.#startServer({ ...defaults, ...options }, handle);
    return `http://127.0.0.1:${this.#server.port}`;
  }

  declare(changes: Partial<EventInput<RoleDeletedDetails>> = {}): void {
    auditOnResponse(this.subject.record, declared(changes));
  }

  /** Events, once there are so many. */
  async recorded(count: number) {
    await expect.poll(() => this.subject.recorder.counts.recorded).toBe(count);
    await this.subject.recorder.flush();
    return this.subject.events();
  }
}
