// A contestant that is a Node program of this folder, in a process of its own.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { workerEnvironment } from "../../local/src/pipeline/environments.ts";
import type { Message } from "./contest.ts";
import { GIVE_UP_MS, sample, type Contestant, type Ground } from "./contestant.ts";

export interface OpponentProgram extends Pick<Contestant, "name" | "stores"> {
  /** File of this folder. */
  program: string;
  /** How it is known that it is done: what it has committed, or what it says. */
  doneWhen: "committed" | "said";
}

export function opponent({ program, doneWhen, ...rest }: OpponentProgram): Contestant {
  return {
    ...rest,
    async start(ground) {
      const child = fork(fileURLToPath(new URL(program, import.meta.url)), [], {
        env: environmentOf(ground),
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      });
      const ended = once(child, "exit");
      const failed = ended.then(([code]) => Promise.reject(new Error(`${program} ended with ${String(code)}`)));
      failed.catch(() => {});
      const { untilSaid, counted } = listen(child);
      await Promise.race([untilSaid("ready"), failed]);
      const pid = child.pid ?? 0;
      const from = sample(pid, ground.clickhouse.pid);
      child.send("go");
      const work = async (): Promise<void> => {
        if (doneWhen === "said") return untilSaid("done");
        await ground.broker.untilCommitted(ground.group, ground.load, GIVE_UP_MS);
        if (rest.stores === "nothing" && counted() !== ground.load.events)
          throw new Error(`${program} has seen ${counted()} of ${ground.load.events} events`);
      };
      return {
        pid,
        from,
        done: Promise.race([work(), failed]),
        // Its group is nobody else's, so it need not say goodbye.
        end: async () => {
          child.kill("SIGKILL");
          await ended;
        },
      };
    },
  };
}

function environmentOf({ engines, clickhouse, load, database, group, blocks }: Ground): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    ...workerEnvironment({ ...engines, clickhouse: clickhouse.access }, load.prefix, "warn"),
    CLICKHOUSE_DATABASE: database,
    BENCH_GROUP: group,
    BENCH_TOPIC: load.topic,
    BENCH_BLOCKS: JSON.stringify(blocks),
  };
}

function listen(child: ChildProcess) {
  const said = { ready: Promise.withResolvers<void>(), done: Promise.withResolvers<void>() };
  let counted = 0;
  child.on("message", (message: Message) => {
    if (typeof message === "object") counted = message.counted;
    else said[message].resolve();
  });
  return { untilSaid: (word: "ready" | "done") => said[word].promise, counted: () => counted };
}
