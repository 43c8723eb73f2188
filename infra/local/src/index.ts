/** The local engines and the local issuer, for the programs in `infra` and for tests. */
export { type ClickHouseAccess, type Engines, type EnginesOptions, EnginesUnavailable } from "./engines/engines.ts";
export { startEngines } from "./engines/start-engines.ts";
export { type Issuer, type IssuerOptions, type RoleClaim, type TokenRequest, startIssuer } from "./issuer/issuer.ts";
