// Whose entries are asked for: organizations with everything below, and projects, from the largest to the smallest.
import { EVENTS_TABLE, HIERARCHY_TABLE } from "@audit-log/schemas";
import { uuidOf } from "./fill.ts";
import type { Grounds } from "./grounds.ts";
import { population } from "./population.ts";

export interface BenchScope {
  readonly name: string;
  /** Below /v3/. */
  readonly path: string;
  readonly descendants: boolean;
  /** On columns of audit.events: about its entries, to find values to ask for. */
  readonly condition: string;
}

/** Several of a size, so that no answer is the one before. */
export async function benchScopes({ sql }: Pick<Grounds, "sql">, most: number): Promise<Map<string, BenchScope[]>> {
  const all = population();
  const middle = Math.floor(all.length / 2);
  const organizations = async (name: string, ranks: readonly number[]): Promise<BenchScope[]> => {
    const ids = await sql(`SELECT ${uuidOf("o", 1)} FROM (SELECT toUInt32(arrayJoin([${ranks.join(", ")}])) AS o)`);
    return ids.split("\n").map((id) => ({
      name,
      path: `organizations/${id}`,
      descendants: true,
      condition: `organization_id = '${id}'`,
    }));
  };
  const projects = async (name: string, order: string, offset: number): Promise<BenchScope[]> => {
    const ids = await sql(`SELECT scope_id FROM ${EVENTS_TABLE}
      WHERE scope_type = 'PROJECT' AND scope_id IN (SELECT id FROM ${HIERARCHY_TABLE}) GROUP BY scope_id ORDER BY count() ${order}, scope_id LIMIT ${most} OFFSET ${offset}`);
    return ids.split("\n").map((id) => ({
      name,
      path: `projects/${id}`,
      descendants: false,
      condition: `scope_id = '${id}'`,
    }));
  };
  const counted = Number(await sql(`SELECT uniqExact(scope_id) FROM ${EVENTS_TABLE} WHERE scope_type = 'PROJECT'`));
  const ranks = (first: number): number[] => Array.from({ length: most }, (_none, index) => first + index);
  const sizes = await Promise.all([
    organizations("largest organization", [0]),
    organizations("large organization", ranks(1)),
    organizations("median organization", ranks(middle)),
    organizations("smallest organization", ranks(all.length - most)),
    projects("largest project", "DESC", 0),
    projects("median project", "DESC", Math.floor(counted / 2)),
    projects("smallest project", "ASC", 0),
  ]);
  return new Map(sizes.map((scopes) => [scopes[0]?.name ?? "", scopes]));
}
