// summary: how many entries, over time and by what they say.
import type { EntrySummary } from "../../src/index.ts";
import { bar } from "../output/bar.ts";
import { harmless } from "../output/harmless.ts";
import { printRows } from "../output/print-value.ts";
import { fitted } from "../output/table.ts";
import { timeText } from "../output/time.ts";
import {
  selectionOf,
  showsFilter,
  withFilter,
  withPeriod,
  withScope,
  type FilterFlags,
  type PeriodFlags,
  type ScopeFlags,
} from "../question/question.ts";
import type { Session } from "../session.ts";
import { examples, type Register } from "./command.ts";

interface SummaryFlags extends ScopeFlags, PeriodFlags, FilterFlags {
  readonly interval?: string;
  readonly by?: string;
}

export const summary: Register = (program, run) => {
  const command = program.command("summary").description("count entries: over time, and by what is most frequent");
  withFilter(withPeriod(withScope(command)))
    .optionsGroup("How:")
    .option("--interval <length>", "of a bar: 1m … 1h … 1d (default: what fits)")
    .option("--by <fields>", "by these fields, with commas (default: service, eventName, outcome, initiator)")
    .addHelpText(
      "after",
      examples(
        ["a week at a glance", "audit-log summary --below --since 7d"],
        ["who is refused most", "audit-log summary --below --since 7d --outcome denied --by initiator,eventName"],
      ),
    )
    .action((flags: SummaryFlags) =>
      run(command, async (session) => {
        if (await showsFilter(session, flags)) return;
        const { interval, by } = flags;
        const found = await session
          .client()
          .summary({ ...selectionOf(session, flags), interval, facets: by?.split(",") }, session.signal);
        if (session.output === "table") return session.stdout.write(picture(session, found));
        return printRows(session, found, found.histogram, [
          { title: "start", text: ({ start }) => start },
          { title: "total", text: ({ total }) => String(total) },
        ]);
      }),
    );
};

const MOST_VALUE_WIDTH = 44;
const BAR = 30;

type Bucket = EntrySummary["histogram"][number];

function picture(
  { style, utc, stdout }: Session,
  { total, start, end, interval, histogram, facets }: EntrySummary,
): string {
  const largest = Math.max(...histogram.map((bucket) => bucket.total), 1);
  const digits = String(largest).length;
  const width = Math.max(10, Math.min(60, stdout.columns - 20 - digits - 30));
  const line = ({ start, total, outcomes }: Bucket): string => {
    const bad = Object.entries(outcomes).filter(([outcome]) => outcome !== "SUCCESS");
    const said = bad.map(([outcome, count]) => `${count} ${harmless(outcome).toLowerCase()}`).join(", ");
    return `${style.dim(timeText(start, utc))} ${String(total).padStart(digits)} ${bar(total, largest, width)} ${style.yellow(said)}`.trimEnd();
  };
  const buckets = histogram.flatMap((bucket, at) => {
    const isAmongEmpty = [histogram[at - 1], bucket, histogram[at + 1]].every((one) => one?.total === 0);
    if (!isAmongEmpty) return [line(bucket)];
    // A quiet night is one line.
    return histogram[at - 2]?.total === 0 ? [] : [style.dim("⋮")];
  });
  const parts = facets.map(({ name, values, others, absent }) => {
    const most = Math.max(...values.map(({ count }) => count), 1);
    const lines = values.map(
      ({ value, email, count }) =>
        `  ${fitted(harmless(email ?? value), MOST_VALUE_WIDTH)} ${String(count).padStart(digits)} ${bar(count, most, BAR)}`,
    );
    const rest = [
      ...(others > 0 ? [`  ${style.dim(`${others} others`)}`] : []),
      ...(absent > 0 ? [`  ${style.dim(`${absent} have none`)}`] : []),
    ];
    return [`\n${style.bold(harmless(name))}`, ...lines, ...rest].join("\n");
  });
  const head = style.bold(`${total} entries from ${timeText(start, utc)} to ${timeText(end, utc)}, by ${interval}`);
  return `${[head, ...buckets, ...parts].join("\n")}\n`;
}
