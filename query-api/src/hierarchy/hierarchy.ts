// Port: what is above a scope. ClickHouse is the real one, memory the double; both pass hierarchy.contract.ts.
import type { Scope } from "../scope.ts";

export interface Hierarchy {
  /**
   * Folders, nearest first, then the organization; without the scope itself. Empty for an organization, and where the scope is not known (yet),
   * is of another type, or where two organizations claim it. One look-up in every case. Throws StoreUnavailable.
   */
  above(scope: Scope, signal: AbortSignal): Promise<readonly Scope[]>;
}
