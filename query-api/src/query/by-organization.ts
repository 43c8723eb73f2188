// Pages of everything below an organization whose entries the projection by_organization finds: it has the page's order, and reading ends when the page is full.
import { BY_ORGANIZATION } from "@audit-log/schemas";
import { asksOnly } from "../filter/index.ts";
import type { Selection } from "./selection.ts";

const projected: ReadonlySet<string> = new Set(BY_ORGANIZATION);
/** An e-mail is looked up apart, and then asked for as initiators. */
const columns = new Set([...BY_ORGANIZATION, "initiators.email"] as const);

export const isByOrganization = ({ scope, descendants, filter }: Selection): boolean =>
  descendants && scope.type === "ORGANIZATION" && asksOnly(filter, columns);

/** Whether it can tell these columns of all that is selected, too. */
export const tellsByOrganization = (selection: Selection, told: readonly string[]): boolean =>
  isByOrganization(selection) && told.every((column) => projected.has(column));
