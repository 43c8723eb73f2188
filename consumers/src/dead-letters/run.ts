// audit-ops from its arguments to its exit code: reads the environment, wires the ports, runs one command, closes what it opened.
import { createRegistry } from "@audit-log/schemas";
import type { Environment } from "@audit-log/schemas/environment";
import pino from "pino";
import { connectKafka } from "../kafka-client.ts";
import { commandOf, UsageError, type Command } from "./arguments.ts";
import { opsConfig, prefixOf, type OpsConfig } from "./config.ts";
import { sentenceOf } from "./fault.ts";
import { openLetterTopic, type LetterTopic } from "./letter-topic.ts";
import { list } from "./list.ts";
import { replay } from "./replay.ts";
import { show } from "./show.ts";
import { summary } from "./summary.ts";
import type { Terminal } from "./terminal.ts";
import { USAGE } from "./usage.ts";
import { createJudge } from "./verdict.ts";

const DONE = 0;
const FAILED = 1;
const STDERR = 2;

/** 0: done. 1: it could not be done, or somebody said no. A fault that is a bug of ours is thrown. */
export async function runOps(argv: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  try {
    const command = commandOf(argv, { prefix: prefixOf(env), now: Date.now() });
    if (command.name === "help") return (terminal.out(USAGE), DONE);
    if (command.name === "replay" && !command.dryRun && !command.yes && !terminal.canAsk)
      throw new UsageError(
        "nobody can be asked here, this is no terminal: --dry-run says what would be done, --yes does it",
      );
    return (await connected(command, opsConfig(env, asksRegistry(command)), terminal)) ? DONE : FAILED;
  } catch (cause) {
    const sentence = sentenceOf(cause);
    if (sentence === undefined) throw cause;
    terminal.note(sentence);
    return FAILED;
  }
}

type Work = Exclude<Command, { name: "help" }>;

const asksRegistry = ({ name }: Work): boolean => name === "show" || name === "replay";

async function connected(command: Work, config: OpsConfig, terminal: Terminal): Promise<boolean> {
  const logger = pino({ level: config.logLevel, base: { program: "audit-ops" } }, pino.destination(STDERR));
  const kafka = connectKafka(config, logger, "audit-ops");
  await using open = new AsyncDisposableStack();
  const topic = open.adopt(await openLetterTopic(kafka, config.prefix), (topic) => topic.close());
  const producer = async () => {
    const made = open.adopt(kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 5 } }), (one) =>
      one.disconnect(),
    );
    await made.connect();
    return made;
  };
  // Awaited here: what is open is closed when this function returns.
  return await run(command, { topic, config, terminal, producer });
}

interface Wired {
  topic: LetterTopic;
  config: OpsConfig;
  terminal: Terminal;
  producer: Parameters<typeof replay>[0]["producer"];
}

/** False where the answer is no: there is no such letter, somebody did not want it. */
async function run(command: Work, { topic, config, terminal, producer }: Wired): Promise<boolean> {
  if (command.name === "list") return (await list(topic, command, terminal), true);
  if (command.name === "summary") return (await summary(topic, command, terminal), true);
  const judge = judgeOf(config);
  if (command.name === "show") return show(topic, command, judge, terminal);
  return replay({ topic, judge, producer, confirm: terminal.confirm }, command, terminal);
}

function judgeOf({ registry, prefix }: OpsConfig) {
  if (registry === undefined) throw new Error("the registry's address was not read");
  return createJudge(createRegistry(registry), prefix, Date.now);
}
