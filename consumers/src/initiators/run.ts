// `audit-ops initiators`: reads the environment, opens the table, runs one command, closes what it opened.
import { setTimeout as sleep } from "node:timers/promises";
import type { Area } from "../ops/area.ts";
import { UsageError } from "../ops/usage-error.ts";
import { commandOf } from "./arguments.ts";
import { clickhouseTable } from "./clickhouse-table.ts";
import { initiatorsConfig } from "./config.ts";
import { erase } from "./erase.ts";
import { show } from "./show.ts";
import { USAGE } from "./usage.ts";

const SECOND_MS = 1_000;

export const initiators: Area = {
  usage: USAGE,
  run: async (args, env, terminal) => {
    const command = commandOf(args);
    if (command.name === "erase" && !command.yes && !terminal.canAsk)
      throw new UsageError("nobody can be asked here, this is no terminal: --yes does it");
    await using open = new AsyncDisposableStack();
    const table = open.adopt(clickhouseTable(initiatorsConfig(env)), (one) => one.close());
    if (command.name === "show") return await show(table, command, terminal);
    return await erase({ table, confirm: terminal.confirm, second: () => sleep(SECOND_MS) }, command, terminal);
  },
};
