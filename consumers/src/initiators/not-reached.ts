/** What an erasure leaves, said with each: it must be known to whoever promises a person that everything is gone. */
export const NOT_REACHED: readonly string[] = [
  "Not reached, the e-mail may still stand in:",
  "  events' details, such as members added, free-form parts (request, result), resource names, messages: ClickHouse, 90 days",
  "  events' delegation, which names principals by id and e-mail: ClickHouse, 90 days",
  "  the events as they were sent: Kafka, 7 days, and producers' spools; dead letters: Kafka, 90 days",
  "  backups, and what readers have downloaded",
  "  rows that nobody is shown, of events that name it from now on: erase again when they are 7 days old",
];
