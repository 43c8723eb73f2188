import { authorizerContract } from "./authorizer.contract.ts";
import { claimsAuthorizer } from "./claims-authorizer.ts";

// The principal brings its roles along.
authorizerContract(() => ({ authorizer: claimsAuthorizer, give: () => {} }));
