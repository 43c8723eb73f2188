#!/usr/bin/env node
// audit-ops, the operator's program: dead letters, and e-mails that are to be erased. See ops/README.md.
import { runOps } from "./ops/run.ts";
import { processTerminal } from "./ops/terminal.ts";

process.exitCode = await runOps(process.argv.slice(2), process.env, processTerminal());
