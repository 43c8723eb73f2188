// What the routes about one entry read from their URL.
import { z } from "zod";
import { scopeId, type ScopePath } from "../scope.ts";
import { descendantsParameter } from "./query-parameters.ts";

export interface EntryPath {
  readonly scopeId: string;
  /** UUID text, lower case. */
  readonly entryId: string;
}

const entryId = z.guid({ error: "the entry id in the path must be a UUID" }).meta({
  description: "ID of the entry.",
  examples: ["019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80"],
});

export const entryPath = ({ parameter, title }: ScopePath): z.ZodType<EntryPath> =>
  z
    .object({ [parameter]: scopeId(title.toLowerCase()), entryId })
    .transform(({ [parameter]: scope = "", entryId: entry = "" }) => ({
      scopeId: scope,
      entryId: entry.toLowerCase(),
    }));

export const entryQuery: z.ZodType<{ readonly descendants: boolean }> = z
  .strictObject({ "include-descendants": descendantsParameter })
  .transform(({ "include-descendants": descendants }) => ({ descendants: descendants === "true" }));
