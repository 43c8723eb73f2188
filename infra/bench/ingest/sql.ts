// Statements and questions to a ClickHouse of the bench, outside of what is measured.
import { post, type OwnGateway } from "../../local/src/testing/own-gateway.ts";

type Database = Pick<OwnGateway, "access">;

/** The answer as text, tab separated. Throws what ClickHouse says. */
export async function command({ access }: Database, database: string, query: string): Promise<string> {
  const answer = await post(access, { database }, { body: query });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text.trim();
}

/** The answer's bytes, in the format that the query names. */
export async function bytes({ access }: Database, database: string, query: string): Promise<Buffer> {
  const answer = await post(access, { database }, { body: query });
  if (!answer.ok) throw new Error(await answer.text());
  return Buffer.from(await answer.arrayBuffer());
}
