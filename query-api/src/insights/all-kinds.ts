// All kinds of insights, in the order in which they are shown.
import type { InsightKind } from "./insight.ts";
import { activeInitiators } from "./kinds/active-initiators.ts";
import { faultRates } from "./kinds/fault-rates.ts";
import { manualWork } from "./kinds/manual-work.ts";
import { mostChanges } from "./kinds/most-changes.ts";
import { newOrigins } from "./kinds/new-origins.ts";
import { operationDuration } from "./kinds/operation-duration.ts";
import { unusualHours } from "./kinds/unusual-hours.ts";

export const insightKinds: readonly InsightKind[] = [
  faultRates,
  manualWork,
  operationDuration,
  newOrigins,
  unusualHours,
  activeInitiators,
  mostChanges,
];
