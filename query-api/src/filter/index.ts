// The filter language: what the routes, the stores, the documentation and the clients use of it.
export { asksOnly, isRare } from "./asked-columns.ts";
export type { Field, FieldColumn } from "./fields/field.ts";
export { fields, type FieldName } from "./fields/fields.ts";
export { filterCondition, type FilterCondition } from "./filter-condition.ts";
export { filterText } from "./filter-text.ts";
export { filterToPredicate, type EntryPredicate } from "./filter-to-predicate.ts";
export { searches, type Expression, type Filter, type Term } from "./filter.ts";
export type { Kind, Operator, Value } from "./kinds/kind.ts";
export { MAX_DEPTH, MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH, MAX_VALUE_LENGTH } from "./limits.ts";
export { parseFilter, type ParsedFilter } from "./parse/parse-filter.ts";
