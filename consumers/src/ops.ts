#!/usr/bin/env node
// audit-ops, the operator's program: what is in the dead letters, and sending them again. See dead-letters/README.md.
import { runOps } from "./dead-letters/run.ts";
import { processTerminal } from "./dead-letters/terminal.ts";

process.exitCode = await runOps(process.argv.slice(2), process.env, processTerminal());
