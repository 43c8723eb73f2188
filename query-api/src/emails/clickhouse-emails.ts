// Emails on ClickHouse: one further query per page. A join in the page's own query was measured and is slower: infra/decisions/0015-emails-apart.md.
import type { ClickHouseClient } from "@clickhouse/client";
import { emailsQueries } from "../query/emails-query.ts";
import { readRows } from "../store/read-rows.ts";
import { keyOf, type Emails } from "./emails.ts";

const COLUMNS = 3;

export function clickhouseEmails(client: ClickHouseClient): Emails {
  return {
    latest: async (initiators, signal) => {
      const found = new Map<string, string>();
      for (const query of emailsQueries(initiators.map(({ id }) => id)))
        for await (const [kind = "", id = "", email = ""] of readRows(client, query, COLUMNS, signal))
          if (email !== "") found.set(keyOf({ kind, id }), email);
      return (initiator) => found.get(keyOf(initiator));
    },
  };
}
