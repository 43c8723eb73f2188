// Who asks: what a verified token says about its bearer.
import { z } from "zod";
import type { ScopeType } from "../scope.ts";

export interface RoleAssignment {
  /** PLATFORM: above all organizations; for those who run the platform. */
  readonly scopeType: ScopeType | "PLATFORM";
  /** '' of the platform. */
  readonly scopeId: string;
  readonly role: string;
}

export interface Principal {
  /** The token's `sub`; one issuer, so this identifies it. */
  readonly subject: string;
  readonly email: string | undefined;
  readonly roles: readonly RoleAssignment[];
}

const scopeTypes = { organization: "ORGANIZATION", folder: "FOLDER", project: "PROJECT" } as const;

const roleClaim = z.union([
  z
    .object({ scopeType: z.enum(["organization", "folder", "project"]), scopeId: z.string().min(1), role: z.string() })
    .transform((claim): RoleAssignment => ({ ...claim, scopeType: scopeTypes[claim.scopeType] })),
  z
    .object({ scopeType: z.literal("platform"), role: z.string() })
    .transform(({ role }): RoleAssignment => ({ scopeType: "PLATFORM", scopeId: "", role })),
]);

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional().catch(undefined),
  roles: z.array(z.unknown()).optional(),
});

/** Undefined where the claims name nobody. A role that is not understood grants nothing and does not spoil the others. */
export function principalOf(payload: unknown): Principal | undefined {
  const read = claims.safeParse(payload);
  if (!read.success) return undefined;
  const { sub, email, roles = [] } = read.data;
  return {
    subject: sub,
    email,
    roles: roles.flatMap((role) => {
      const { data } = roleClaim.safeParse(role);
      return data === undefined ? [] : [data];
    }),
  };
}
