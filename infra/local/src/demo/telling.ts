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
import { billing } from "@audit-log/billing";
import { compute } from "@audit-log/compute";
import { databases } from "@audit-log/databases";
import { membership } from "@audit-log/membership";
import { network } from "@audit-log/network";
import { resourceManager } from "@audit-log/resource-manager";
import { security } from "@audit-log/security";
import { serviceAccount as serviceAccountDomain } from "@audit-log/service-account";
import { storage } from "@audit-log/storage";
import { ORGANIZATION, type Folder, type Person, type Project, type Robot } from "./cast.ts";
import { hex } from "./digits.ts";
import type { CredentialsGroup, Thing } from "./things.ts";

export const sdksOf = (recorder: Pick<Recorder, "event">) => ({
  ...billing(recorder),
  ...compute(recorder),
  ...databases(recorder),
  ...membership(recorder),
  ...network(recorder),
  ...resourceManager(recorder),
  ...security(recorder),
  ...serviceAccountDomain(recorder),
  ...storage(recorder),
});

export type Sdks = ReturnType<typeof sdksOf>;
/** The SDK function that records an event with details D. */
export type Choose<D extends object> = (sdks: Sdks) => (input: EventInput<D>) => Delivery;
/** Milliseconds UTC of a minute of the story's day; minute 0 is its beginning. */
export type Clock = (minute: number) => number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;

export interface StoryEvent {
  /** Milliseconds UTC. */
  at: number;
  /** `number`: its place in the story; what tells requests apart is made from it. */
  record: (sdks: Sdks, number: number) => Delivery;
}

/** Binds an input to the SDK function that records it; the function's type checks the details. */
export function tell<D extends object>(at: number, choose: Choose<D>, input: EventInput<D>): StoryEvent {
  return { at, record: (sdks, number) => choose(sdks)({ ...traced(input, number), eventTime: at }) };
}

export interface End<E extends object> {
  takesMs: number;
  /** The platform task that finds it done. */
  by: string;
  event: Choose<E>;
  details: (durationMs: number) => E;
  outcome?: Outcome;
}

/** A long operation: its start and, by the platform, its end; joined by operationId and correlationId. */
export function tellLong<S extends object, E extends object>(
  at: number,
  choose: Choose<S>,
  input: EventInput<S>,
  end: End<E>,
): StoryEvent[] {
  const key = `${input.request?.method} ${input.request?.endpoint} ${input.resource.id}`;
  const joined = { operationId: `op-${hex(key, 12)}`, correlationId: `req-${hex(`${key}!`, 12)}` };
  const { scope, context, resource } = input;
  return [
    tell(at, choose, { ...input, ...joined }),
    tell(at + end.takesMs, end.event, {
      scope,
      context,
      resource,
      ...joined,
      ...byPlatform(end.by),
      outcome: end.outcome ?? success(),
      details: end.details(end.takesMs),
    }),
  ];
}

/** Every request has an id of its own; programs also send the trace that they are part of. */
function traced<D extends object>(input: EventInput<D>, number: number): EventInput<D> {
  if (input.request === undefined) return input;
  const correlationId = input.correlationId ?? `req-${hex(number, 12)}`;
  if (input.initiator?.kind !== "SERVICE_ACCOUNT") return { ...input, correlationId };
  return { ...input, correlationId, traceparent: `00-${hex(number, 32)}-${hex(number + 1, 16)}-01` };
}

type Call = Pick<EventInput<object>, "initiator" | "sourceIpAddress" | "userAgent" | "request" | "outcome">;

export interface CallOptions {
  body?: object;
  parameters?: object;
  outcome?: Outcome;
}

/** A request of a person through portal or command line; the bearer token in its headers is there to be redacted. */
export const byPerson = (
  who: Person,
  request: string,
  { outcome = success(200), ...parts }: CallOptions = {},
): Call => ({
  ...call(who, request, parts),
  initiator: user(who.id, who.email),
  outcome,
});

export const byRobot = (who: Robot, request: string, { outcome = success(200), ...parts }: CallOptions = {}): Call => ({
  ...call(who, request, parts),
  initiator: serviceAccount(who.id, who.email),
  outcome,
});

/** Whoever has an access key of the group, at the S3 interface. */
export const byAccessKey = (
  group: CredentialsGroup,
  request: string,
  { outcome = success(200), ...parts }: CallOptions = {},
): Call => ({ ...call(group, request, parts), initiator: serviceAccount(group.id), outcome });

/** The platform itself: no request, no address, no agent. */
export const byPlatform = (task: string): Call => ({ initiator: system(task), outcome: success() });

function call(
  who: Pick<Person, "id" | "address" | "agent">,
  request: string,
  parts: Pick<CallOptions, "parameters" | "body">,
) {
  const [method = "GET", endpoint = "/"] = request.split(" ");
  const headers = { "content-type": "application/json", authorization: `Bearer demo-${hex(who.id, 24)}` };
  return {
    request: { endpoint, method, headers, ...parts },
    sourceIpAddress: who.address,
    userAgent: who.agent,
  };
}

/** Where an event belongs, with the ancestors that a producer knows. */
export const inOrganization = () => ({ scope: organization(ORGANIZATION.id) });
export const inFolder = (place: Folder) => ({ scope: folder(place.id), context: { organizationId: ORGANIZATION.id } });
export const inProject = (place: Project) => ({
  scope: project(place.id),
  context: { organizationId: ORGANIZATION.id, folderId: place.folder.id },
});

/** An event about one of the company's things, in its project. */
export const about = ({ id, name, project: place }: Pick<Thing, "id" | "name" | "project">) => ({
  ...inProject(place),
  resource: { id, name },
});
/** An event about something that belongs to one of them: a backup, a user, a listener. */
export const partOf = ({ project: place }: Pick<Thing, "project">, id: string, name?: string) => ({
  ...inProject(place),
  resource: { id, ...(name === undefined ? {} : { name }) },
});

export const created = success(201);
export const accepted = success(202);
export const noContent = success(204);

export { denied, failure, success };
