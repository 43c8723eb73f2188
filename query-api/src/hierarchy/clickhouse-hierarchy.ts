// Hierarchy on ClickHouse: one query per look-up, of the table that the workers' surveyor keeps.
import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { aboveQuery } from "../query/above-query.ts";
import type { Scope } from "../scope.ts";
import { readRows } from "../store/read-rows.ts";
import type { Hierarchy } from "./hierarchy.ts";

const COLUMNS = 2;
const folderList = z.array(z.string());

export function clickhouseHierarchy(client: ClickHouseClient): Hierarchy {
  return {
    above: async (scope, signal) => {
      const found: Scope[][] = [];
      for await (const [organization = "", folders = ""] of readRows(client, aboveQuery(scope), COLUMNS, signal))
        found.push(scopesOf(organization, folderList.parse(JSON.parse(folders))));
      const [above, another] = found;
      // In doubt nobody inherits.
      if (above === undefined || another !== undefined) return [];
      return above.filter(({ type, id }) => type !== scope.type || id !== scope.id);
    },
  };
}

const scopesOf = (organization: string, folders: readonly string[]): Scope[] => [
  ...folders.map((id): Scope => ({ type: "FOLDER", id })),
  { type: "ORGANIZATION", id: organization },
];
