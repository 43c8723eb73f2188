// completion: what a shell needs to complete commands and options, made from the commands themselves.
import { Argument, type Command } from "commander";
import { examples, type Register } from "./command.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

export const completion: Register = (program, run) => {
  const command = program
    .command("completion")
    .description("print the completions for a shell")
    .addArgument(new Argument("<shell>").choices(shells));
  command
    .addHelpText(
      "after",
      examples(
        ["bash: into ~/.bashrc", "audit-log completion bash"],
        ["zsh: into a file _audit-log of your fpath", "audit-log completion zsh"],
        ["fish: into ~/.config/fish/completions/audit-log.fish", "audit-log completion fish"],
      ),
    )
    .action((shell: Shell) => run(command, async ({ stdout }) => stdout.write(scripts[shell](program))));
};

const optionsOf = (command: Command) =>
  command.options
    .filter(({ hidden }) => !hidden)
    .flatMap(({ long, description }) => (long == null ? [] : [{ long, description }]));

const lists = (program: Command) =>
  program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [
      ...optionsOf(command),
      ...optionsOf(program).filter(({ long }) => long !== "--version"),
      { long: "--help", description: "help" },
    ],
  }));

const words = (program: Command): string =>
  lists(program)
    .map(({ name }) => name)
    .join(" ");

const cases = (program: Command, line: (name: string, longs: string) => string): string =>
  lists(program)
    .map(({ name, options }) => line(name, options.map(({ long }) => long).join(" ")))
    .join("\n");

const scripts: Readonly<Record<Shell, (program: Command) => string>> = {
  bash: (program) => `_audit_log() {
  local current=\${COMP_WORDS[COMP_CWORD]} options=
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${words(program)}" -- "$current")); return; fi
  case "\${COMP_WORDS[1]}" in
${cases(program, (name, longs) => `    ${name}) options="${longs}" ;;`)}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -F _audit_log audit-log
`,
  zsh: (program) => `#compdef audit-log
_audit_log() {
  if (( CURRENT == 2 )); then compadd -- ${words(program)}; return; fi
  local -a options
  case "\${words[2]}" in
${cases(program, (name, longs) => `    ${name}) options=(${longs}) ;;`)}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then compadd -- $options; else _files; fi
}
compdef _audit_log audit-log
`,
  fish: (program) =>
    lists(program)
      .flatMap(({ name, description, options }) => [
        `complete -c audit-log -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
        ...options.map(
          ({ long, description: what }) =>
            `complete -c audit-log -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)} -d ${quoted(what)}`,
        ),
      ])
      .map((line) => `${line}\n`)
      .join(""),
};

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
