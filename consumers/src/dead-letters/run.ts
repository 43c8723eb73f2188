// `audit-ops dead-letters`: reads the environment, wires the ports, runs one command, closes what it opened.
import { createRegistry } from "@audit-log/schemas";
import pino from "pino";
import { connectKafka } from "../kafka-client.ts";
import type { Area } from "../ops/area.ts";
import type { Terminal } from "../ops/terminal.ts";
import { UsageError } from "../ops/usage-error.ts";
import { commandOf, type Command } from "./arguments.ts";
import { opsConfig, prefixOf, type OpsConfig } from "./config.ts";
import { openLetterTopic, type LetterTopic } from "./letter-topic.ts";
import { list } from "./list.ts";
import { replay } from "./replay.ts";
import { show } from "./show.ts";
import { summary } from "./summary.ts";
import { USAGE } from "./usage.ts";
import { createJudge } from "./verdict.ts";

const STDERR = 2;

export const deadLetters: Area = {
  usage: USAGE,
  run: (args, env, terminal) => {
    const command = commandOf(args, { prefix: prefixOf(env), now: Date.now() });
    if (command.name === "replay" && !command.dryRun && !command.yes && !terminal.canAsk)
      throw new UsageError(
        "nobody can be asked here, this is no terminal: --dry-run says what would be done, --yes does it",
      );
    return connected(command, opsConfig(env, asksRegistry(command)), terminal);
  },
};

const asksRegistry = ({ name }: Command): boolean => name === "show" || name === "replay";

async function connected(command: Command, config: OpsConfig, terminal: Terminal): Promise<boolean> {
  const logger = pino(
    { level: config.logLevel, base: { program: "audit-ops" } },
    pino.destination({ dest: STDERR, sync: true }),
  );
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
async function run(command: Command, { topic, config, terminal, producer }: Wired): Promise<boolean> {
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
