// An entry: an event as the API shows it under /v3. This schema is the one definition: the type, the document and the tests come from it.
// What the event lacks is absent here: no placeholder, no null, no empty text. Names may gain values; clients must not rely on a closed set.
import { z } from "zod";

const text = (description: string) => z.string().meta({ description });
export const timestamp = (description: string) =>
  z.string().meta({ description, format: "date-time", examples: ["2026-03-21T08:10:14.422Z"] });

/**
 * A free-form part, always an object: the stored JSON object itself; `{"value": …}` around any other JSON value;
 * `{"text": "…"}` around text that is not readable JSON, because it was cut (see `truncations`) or nests too deeply.
 */
export const freeFormPart = (description: string) =>
  z.record(z.string(), z.unknown()).meta({
    description: `${description} Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}.`,
  });

export const principalSchema = z.object({
  id: text("Unique identifier of the subject"),
  email: text("E-mail of the subject").optional(),
});

export const entrySchema = z
  .object({
    id: text("UUIDv7 of the event: the same for ever"),
    eventTimeStamp: timestamp("When it happened"),
    receivedTimeStamp: timestamp("When the audit log received it"),
    eventName: text("<service>.<resource>[.<sub>].<verb>, see the catalogue"),
    eventVersion: text("major.minor of the event's details"),
    eventType: text("ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED"),
    category: text("ADMINISTRATIVE, or ACCESS: something protected was read or used"),
    domain: text("Group of services, see the catalogue"),
    eventSource: text("Service in which it happened"),
    region: text("Region that emitted it"),
    severity: text("INFO or ERROR"),
    visibility: text("PUBLIC"),
    sentence: text(
      "What happened, in one English sentence; the event's name where this version does not know the event",
    ),
    scope: z
      .object({ type: text("ORGANIZATION, FOLDER or PROJECT"), id: text("Id of the organization, folder or project") })
      .meta({ description: "What the event belongs to" }),
    context: z
      .object({
        organizationId: text("Organization id").optional(),
        folderId: text("Folder id").optional(),
        projectId: text("Project id").optional(),
      })
      .meta({ description: "The scope and what is above it, where known" })
      .optional(),
    initiator: z
      .object({
        kind: text("USER, SERVICE_ACCOUNT or SYSTEM"),
        id: text("Unique identifier of the initiator"),
        email: text("Latest e-mail of the initiator; absent where none is known or it was erased").optional(),
      })
      .meta({ description: "Who started it" }),
    serviceAccountDelegationInfo: z
      .object({ principals: z.array(principalSchema).meta({ description: "The nearest principal first" }) })
      .meta({ description: "On whose behalf a service account acted" })
      .optional(),
    resource: z
      .object({
        type: text("Kind of resource"),
        id: text("Id of the resource"),
        name: text("Display name of the resource").optional(),
      })
      .meta({ description: "What it was done to" }),
    outcome: z
      .object({
        result: text("SUCCESS, FAILURE or DENIED"),
        statusCode: z.int().meta({ description: "HTTP status that the caller saw" }).optional(),
        message: text("Why it failed or was denied").optional(),
      })
      .meta({ description: "What became of it" }),
    sourceIpAddress: text("IPv4 or IPv6 address that the request came from").optional(),
    network: z
      .object({
        class: text("PUBLIC, PRIVATE, LOOPBACK, LINK_LOCAL or RESERVED"),
        country: text(
          "Country of the address, ISO 3166-1 alpha-2, where the operator of the audit log supplies a database",
        ).optional(),
        operator: text("Who runs the network, where the operator of the audit log supplies a database").optional(),
      })
      .meta({ description: "Where the address lives; absent where there is none" })
      .optional(),
    userAgent: text("Agent that the request was made with, as it was sent").optional(),
    clientKind: text("Kind of program that the agent is: PORTAL, BROWSER, CLI, TERRAFORM, SDK or OTHER").optional(),
    request: z
      .object({
        endpoint: text("Path that received the request"),
        method: text("HTTP method").optional(),
        headers: freeFormPart("Headers, secrets redacted.").optional(),
        parameters: freeFormPart("Parameters, secrets redacted.").optional(),
        body: freeFormPart("Body, secrets redacted.").optional(),
      })
      .meta({ description: "The request that caused the event; absent for the platform's own tasks" })
      .optional(),
    correlationId: text("Identifies the request from the caller's point of view").optional(),
    operationId: text("Joins the start and the end of one long operation").optional(),
    traceparent: text("W3C trace context").optional(),
    details: freeFormPart("The event's own typed part, see the catalogue.").optional(),
    result: freeFormPart("The change that came of it.").optional(),
    producer: z
      .object({
        id: text("Producer instance that sent the event"),
        sequence: z.int().meta({ description: "Grows by one per event of that instance: a gap is a lost event" }),
      })
      .meta({ description: "Who sent the event" }),
    truncations: z
      .array(
        z.object({
          part: text("Part that was cut, e.g. request.body"),
          originalBytes: z.int().meta({ description: "UTF-8 bytes before the cut" }),
        }),
      )
      .meta({ description: "Parts that the SDK cut to fit; absent where the event is whole" })
      .optional(),
  })
  .meta({ id: "Entry", description: "An audit event as it is shown" });

export type Entry = z.infer<typeof entrySchema>;

export const entryPageSchema = z
  .object({
    items: z.array(entrySchema).meta({
      description:
        "In the order that was asked for. Fewer than the limit, or none, where entries are large or looking for them took three seconds",
    }),
    cursor: text("Present where entries may follow, also when this page is empty: pass it back to read on").optional(),
    limit: z.int().meta({ description: "Largest number of entries that this page could have held" }),
  })
  .meta({ id: "EntryPage" });

export type EntryPage = z.infer<typeof entryPageSchema>;
