// What is printed by --help.
export const USAGE = `audit-ops initiators show  <id> [--kind K]
audit-ops initiators erase <id> [--kind K] [--yes]

  <id>      the initiator's id, as entries show it
  --kind K  USER, SERVICE_ACCOUNT or SYSTEM: needed where an id has several

show      what is stored of its e-mail
erase     removes the e-mail for ever: entries show the id alone, and no later event or replay brings it back. It waits until
          ClickHouse has removed the files that held it, and says what it does not reach. Typed again, it goes on where it was
  --yes     does not ask

Environment: CLICKHOUSE_URL, CLICKHOUSE_WRITER_USER, CLICKHOUSE_WRITER_PASSWORD; CLICKHOUSE_DATABASE and AUDIT_PREFIX as for the worker.`;
