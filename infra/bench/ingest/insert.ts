// An insert as one POST of one buffer over a connection that is kept: what node:http does with the least work.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { variable } from "./contest.ts";

const HTTP_OK = 200;

/** Rejects where ClickHouse refuses, also where the exception follows in the body. */
export function poster(query: string): (body: Buffer) => Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const url = new URL(variable("CLICKHOUSE_URL"));
  url.search = new URLSearchParams({ query, database: variable("CLICKHOUSE_DATABASE") }).toString();
  const headers = {
    "x-clickhouse-user": variable("CLICKHOUSE_WRITER_USER"),
    "x-clickhouse-key": variable("CLICKHOUSE_WRITER_PASSWORD"),
  };
  return (body) =>
    new Promise((resolve, reject) => {
      const sent = request(url, {
        agent,
        method: "POST",
        headers: { ...headers, "content-length": body.length },
      });
      sent.once("error", reject);
      sent.once("response", (response) => {
        text(response).then((answer) => {
          if (response.statusCode === HTTP_OK && !answer.includes("DB::Exception")) resolve();
          else reject(new Error(answer));
        }, reject);
      });
      sent.end(body);
    });
}
