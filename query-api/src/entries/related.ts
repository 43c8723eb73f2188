// What belongs to one entry, as /v3 shows it.
import { z } from "zod";
import { entrySchema, timestamp } from "./entry.ts";

const text = (description: string) => z.string().meta({ description });

/** A list of /v3/{scope}/entries: what to ask it for. */
export const linkShape = {
  filter: text("Value of filter"),
  start: timestamp("Value of start"),
  end: timestamp("Value of end"),
};

export const relatedSchema = z
  .object({
    entry: entrySchema,
    groups: z
      .array(
        z.object({
          kind: text(
            "correlation: of the same request; operation: of the same long operation; resource-before, resource-after: on the same resource; session: by the same initiator from the same address within an hour",
          ),
          items: z.array(entrySchema).meta({ description: "Without the entry itself, in the group's order" }),
          more: z.boolean().meta({ description: "Whether the group may have more entries than items" }),
          ...linkShape,
          order: text(
            "Value of order: with filter, start, end and the same include-descendants it lists the whole group",
          ),
        }),
      )
      .meta({ description: "Groups that have entries" }),
  })
  .meta({ id: "RelatedEntries" });

export type RelatedEntries = z.infer<typeof relatedSchema>;
