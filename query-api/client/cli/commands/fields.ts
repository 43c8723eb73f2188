// fields: all that a filter may name.
import { printRows } from "../output/print-value.ts";
import { examples, type Register } from "./command.ts";

const LANGUAGE = `
The filter language:
  service=dns outcome=DENIED           two terms side by side: both
  service=(dns OR iam)                 any of them; != none of them
  NOT initiator.kind=SYSTEM            what is not; - is short for NOT
  eventName=iam.*                      what begins so
  resource.name:shop                   has this part, upper and lower case alike
  operationId:*                        has the field at all
  "deleted the project"                searched for, wherever it is said
`;

export const fields: Register = (program, run) => {
  const command = program.command("fields [text]").description("what a filter may name, with examples");
  command
    .addHelpText("after", LANGUAGE + examples(["all about initiators", "audit-log fields initiator"]))
    .action((text: string | undefined) =>
      run(command, async (session) => {
        const found = await session.client().filterFields(session.signal);
        const wanted = text?.toLowerCase() ?? "";
        const rows = found.fields.filter(({ name, sentence }) => `${name} ${sentence}`.toLowerCase().includes(wanted));
        return printRows(session, { ...found, fields: rows }, rows, [
          { title: "NAME", text: ({ name }) => name, style: (_row, cell) => session.style.bold(cell) },
          { title: "EXAMPLE", text: ({ example }) => example },
          { title: "WHAT", text: ({ sentence }) => sentence, isElastic: true },
        ]);
      }),
    );
};
