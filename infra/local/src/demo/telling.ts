// How the story is told: an event is a call of a typed SDK function, told in a few words about who, where and when.
import type { Outcome } from "@audit-log/schemas";
import type { Delivery, EventInput, Recorder } from "@audit-log/producer-core";
import {
  denied,
  failure,
  folder,
  organization,
  project,
  serviceAccount,
  success,
  system,
  user,
} from "@audit-log/producer-core";
import { membership } from "@audit-log/membership";
import { resourceManager } from "@audit-log/resource-manager";
import { serviceAccount as serviceAccountDomain } from "@audit-log/service-account";
import { ORGANIZATION, type Folder, type Person, type Project, type Robot } from "./cast.ts";

export const sdksOf = (recorder: Pick<Recorder, "event">) => ({
  ...membership(recorder),
  ...resourceManager(recorder),
  ...serviceAccountDomain(recorder),
});

export type Sdks = ReturnType<typeof sdksOf>;

export interface StoryEvent {
  /** Milliseconds UTC. */
  at: number;
  record: (sdks: Sdks) => Delivery;
}

/** Binds an input to the SDK function that records it; the function's type checks the details. */
export function tell<D extends object>(
  at: number,
  choose: (sdks: Sdks) => (input: EventInput<D>) => Delivery,
  input: EventInput<D>,
): StoryEvent {
  return { at, record: (sdks) => choose(sdks)({ ...input, eventTime: at }) };
}

type Call = Pick<
  EventInput<object>,
  "initiator" | "sourceIpAddress" | "userAgent" | "request" | "outcome" | "correlationId" | "traceparent"
>;

interface CallOptions {
  body?: object;
  parameters?: object;
  outcome?: Outcome;
}

/** A request of a person through portal or command line; the bearer token in its headers is there to be redacted. */
export function byPerson(
  who: Person,
  request: string,
  number: number,
  { body, parameters, outcome = success(200) }: CallOptions = {},
): Call {
  return { ...call(who, request, number, { parameters, body }), initiator: user(who.id, who.email), outcome };
}

export function byRobot(
  who: Robot,
  request: string,
  number: number,
  { body, parameters, outcome = success(200) }: CallOptions = {},
): Call {
  const traceparent = `00-${hex(number, 32)}-${hex(number + 1, 16)}-01`;
  return {
    ...call(who, request, number, { parameters, body }),
    initiator: serviceAccount(who.id, who.email),
    outcome,
    traceparent,
  };
}

/** The platform itself: no request, no address, no agent. */
export const byPlatform = (task: string): Call => ({ initiator: system(task), outcome: success() });

function call(
  who: Person,
  request: string,
  number: number,
  { parameters, body }: { parameters: object | undefined; body: object | undefined },
) {
  const [method = "GET", endpoint = "/"] = request.split(" ");
  return {
    request: {
      endpoint,
      method,
      headers: { "content-type": "application/json", authorization: `Bearer demo-${hex(number, 24)}` },
      ...(parameters === undefined ? {} : { parameters }),
      ...(body === undefined ? {} : { body }),
    },
    sourceIpAddress: who.address,
    userAgent: who.agent,
    correlationId: `req-${hex(number, 12)}`,
  };
}

/** Digits that look like an id and are the same at every start. */
export function hex(number: number, length: number): string {
  let text = "";
  for (let state = number + 1; text.length < length;) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ 0x5bd1e995;
    text += (state >>> 0).toString(16).padStart(8, "0");
  }
  return text.slice(0, length);
}

/** Where an event belongs, with the ancestors that a producer knows. */
export const inOrganization = () => ({ scope: organization(ORGANIZATION.id) });
export const inFolder = (place: Folder) => ({ scope: folder(place.id), context: { organizationId: ORGANIZATION.id } });
export const inProject = (place: Project) => ({
  scope: project(place.id),
  context: { organizationId: ORGANIZATION.id, folderId: place.folder.id },
});

export { denied, failure, success };
