// The scope of a list: the organization, folder or project whose own events are shown, and how it is written in a path.
import type { ScopeType } from "@audit-log/schemas";
import { z } from "zod";

export type { ScopeType };

export const scopeTypes = ["ORGANIZATION", "FOLDER", "PROJECT"] as const satisfies readonly ScopeType[];

export interface Scope {
  readonly type: ScopeType;
  /** A UUID, as the path and the event have it. */
  readonly id: string;
}

const exampleIds: ReadonlyMap<string, string> = new Map([
  ["organization", "2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20"],
  ["folder", "5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30"],
  ["project", "8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10"],
]);

export const scopeId = (title: string) =>
  z.guid({ error: `the ${title} id in the path must be a UUID` }).meta({
    description: `ID of the ${title} for which entries should be returned.`,
    examples: [exampleIds.get(title)],
  });

/** One per scope type; `params` reads the path's only parameter, named as published, into the id. */
export const scopePaths = [
  {
    type: "ORGANIZATION",
    title: "Organization",
    path: "organizations/:organizationId",
    parameter: "organizationId",
    params: z.object({ organizationId: scopeId("organization") }).transform((params) => params.organizationId),
  },
  {
    type: "FOLDER",
    title: "Folder",
    path: "folders/:folderId",
    parameter: "folderId",
    params: z.object({ folderId: scopeId("folder") }).transform((params) => params.folderId),
  },
  {
    type: "PROJECT",
    title: "Project",
    path: "projects/:projectId",
    parameter: "projectId",
    params: z.object({ projectId: scopeId("project") }).transform((params) => params.projectId),
  },
] as const satisfies readonly {
  type: ScopeType;
  title: string;
  path: string;
  parameter: string;
  params: z.ZodType<string>;
}[];

export type ScopePath = (typeof scopePaths)[number];
