// What is printed by --help.
export const USAGE = `audit-ops dead-letters list   [letters] [--limit 50] [--oldest-first] [--json]
audit-ops dead-letters list   [letters] --summary [--json]
audit-ops dead-letters show   <partition@offset> [--save file] [--json]
audit-ops dead-letters replay [letters] [--limit n] [--dry-run] [--yes] [--all] [--again] [--anyway]

Letters (everything given must hold; what may be repeated is marked with *):
  <partition@offset> *    a letter's own position, the first column of list
  --reason R *            why it was refused
  --domain D *, --topic T *   where it came from
  --partition P, --offset O   of the original record
  --since T, --until T    when it was dead-lettered: 2h, 30m, 7d, 2026-11-20, 2026-11-20T10:00Z
  --event ID              the event's id, or how it begins, where the bytes tell it
  --open                  only what was not replayed
  --limit N               at most so many, the newest

list      newest first; --summary counts by reason
show      everything about one letter; --save writes the original bytes to a file
replay    sends the originals to their topics again, oldest first, and remembers it
  --dry-run   says what would be done and does nothing
  --yes       does not ask
  --all       without it a replay needs a filter
  --again     also what was replayed before (harmless: an event is shown once)
  --anyway    also what would come straight back

Environment: KAFKA_BROKERS, and for show and replay SCHEMA_REGISTRY_URL; how to get in and AUDIT_PREFIX as for the worker; LOG_LEVEL.`;
