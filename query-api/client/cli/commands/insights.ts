// insights: what the entries of a period say together.
import { harmless } from "../output/harmless.ts";
import { printRows } from "../output/print-value.ts";
import { periodOf, withPeriod, withScope, type PeriodFlags, type ScopeFlags } from "../question/question.ts";
import { examples, type Register } from "./command.ts";
import { shellQuoted } from "./get.ts";

export const insights: Register = (program, run) => {
  const command = program
    .command("insights")
    .description("what stands out: bottlenecks, manual work that could be automated, what is unusual");
  withPeriod(withScope(command))
    .addHelpText("after", examples(["of the last week", "audit-log insights --below --since 7d"]))
    .action((flags: ScopeFlags & PeriodFlags) =>
      run(command, async (session) => {
        const { stdout, style } = session;
        const asked = { ...session.scopeOf(flags), ...periodOf(flags, session) };
        const found = await session.client().insights(asked, session.signal);
        if (session.output !== "table")
          return printRows(session, found, found.insights, [
            { title: "kind", text: ({ kind }) => kind },
            { title: "sentence", text: ({ sentence }) => sentence },
            { title: "filter", text: ({ filter }) => filter },
            { title: "start", text: ({ start }) => start },
            { title: "end", text: ({ end }) => end },
          ]);
        const below = asked.includeDescendants === true ? " --below" : "";
        const lines = found.insights.map(({ kind, sentence, filter, start, end }) => {
          const line = `audit-log list${below} --filter ${shellQuoted(filter)} --since ${start} --until ${end}`;
          return `${style.bold(harmless(sentence))} ${style.dim(`(${harmless(kind)})`)}\n  $ ${harmless(line)}\n`;
        });
        const missing = found.missing.map(({ about }) => style.yellow(`Not found out this time: ${harmless(about)}\n`));
        return stdout.write(
          lines.length + missing.length === 0 ? "Nothing stands out.\n" : [...lines, ...missing].join("\n"),
        );
      }),
    );
};
