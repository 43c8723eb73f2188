// Insights as /v3 shows them.
import { z } from "zod";
import { linkShape } from "./related.ts";
import { timestamp } from "./entry.ts";

const text = (description: string) => z.string().meta({ description });

export const insightsSchema = z
  .object({
    start: timestamp("First event time that belongs to the period"),
    end: timestamp("First event time after it"),
    insights: z.array(
      z.object({
        kind: text(
          "error-rate, denial-rate, manual-work, operation-duration, slowest-operation, new-country, new-network, unusual-hours, new-initiator, dormant-initiator, most-changes",
        ),
        sentence: text("What was found, in one English sentence"),
        initiator: z
          .object({
            kind: text("USER or SERVICE_ACCOUNT"),
            id: text("Unique identifier of the initiator"),
            email: text("Latest e-mail of the initiator").optional(),
          })
          .meta({ description: "Whom it is about, where it is about one" })
          .optional(),
        figures: z.record(z.string(), z.union([z.number(), z.string()])).meta({
          description:
            "What the sentence says, as numbers and names. entries: how many entries the filter lists from start to end. Names that end in Seconds are seconds, names that end in Rate parts of 1.",
        }),
        ...linkShape,
      }),
    ),
    missing: z
      .array(z.object({ kind: text("Name of the question"), about: text("What was not found out") }))
      .meta({ description: "What took too long this time; a shorter period takes less" }),
  })
  .meta({ id: "Insights" });

export type Insights = z.infer<typeof insightsSchema>;
