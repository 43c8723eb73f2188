// How many entries there are, as /v3 shows it.
import { z } from "zod";
import { timestamp } from "./entry.ts";

const text = (description: string) => z.string().meta({ description });
const count = (description: string) => z.int().meta({ description });

export const summarySchema = z
  .object({
    total: count("Entries in the period that the filter matches, each once"),
    start: timestamp("First event time that belongs to the period"),
    end: timestamp("First event time after it"),
    interval: text("Length of a bucket, such as 15m, 1h or 1d"),
    histogram: z
      .array(
        z.object({
          start: timestamp(
            "First event time of the bucket; it may lie before the period, whose entries alone are counted",
          ),
          total: count("Entries of the bucket"),
          outcomes: z
            .record(z.string(), z.int())
            .meta({ description: "Of these by outcome.result; what is 0 is left out" }),
        }),
      )
      .meta({ description: "Every bucket of the period, in the order of time" }),
    facets: z
      .array(
        z.object({
          name: text("As it was asked for"),
          values: z
            .array(
              z.object({
                value: text("The value"),
                count: count("Entries that have it"),
                kind: text("Of an initiator: its kind").optional(),
                email: text("Of an initiator: its latest e-mail").optional(),
                filter: text("Narrows to these entries, beside the filter that was asked for").optional(),
              }),
            )
            .meta({ description: "The ten most frequent" }),
          others: count("Entries that have another value"),
          absent: count("Entries that have none"),
        }),
      )
      .meta({ description: "values, others and absent together are the total" }),
  })
  .meta({ id: "EntrySummary" });

export type EntrySummary = z.infer<typeof summarySchema>;
