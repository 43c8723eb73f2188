// Facets: by what entries are counted. Names are those of the filter's fields; an initiator is counted as the pair that it is.
import { filterText, fields, type FieldName } from "../filter/index.ts";
import { allOf, equals } from "../filter/terms.ts";
import type { EntryColumn, EntryRow } from "../query/entry-row.ts";

/** Of few enough values to be worth counting. */
const counted = [
  "service",
  "eventName",
  "outcome",
  "domain",
  "eventType",
  "category",
  "severity",
  "region",
  "scope.type",
  "scope.id",
  "initiator.kind",
  "resource.type",
  "resource.id",
  "sourceIpAddress",
  "network.class",
  "network.country",
  "network.operator",
  "clientKind",
] as const satisfies readonly FieldName[];

export type FacetName = (typeof counted)[number] | "initiator";

export const facetNames: readonly FacetName[] = [...counted, "initiator"];

export const DEFAULT_FACETS: readonly FacetName[] = ["service", "eventName", "outcome", "initiator"];

/** Fields whose columns together are a facet's value; the first is what is shown. */
export const facetFields = (facet: FacetName): readonly FieldName[] =>
  facet === "initiator" ? ["initiator.id", "initiator.kind"] : [facet];

export const facetColumns = (facet: FacetName): readonly EntryColumn[] =>
  facetFields(facet).flatMap((field) => {
    const { column } = fields[field];
    return column === "initiators.email" ? [] : [column];
  });

/** The value of a row, in the order of facetColumns; '' where the entry lacks it. */
export const facetValue = (facet: FacetName, row: EntryRow): readonly string[] =>
  facetColumns(facet).map((column) => row[column]);

/** A filter that narrows to the value; undefined where the language cannot say it. */
export function valueFilter(facet: FacetName, values: readonly string[]): string | undefined {
  const filter = allOf(...facetFields(facet).map((field, index) => equals(field, values[index] ?? "")));
  return filter && filterText(filter);
}
