import { expect, test } from "vitest";
import { authorize } from "./authorize.ts";
import { claimsAuthorizer } from "./claims-authorizer.ts";
import type { RoleAssignment } from "./principal.ts";

const scope = { type: "FOLDER", id: "f" } as const;
const role = (name: string, elsewhere: Partial<RoleAssignment> = {}): RoleAssignment => ({
  scopeType: "FOLDER",
  scopeId: "f",
  role: name,
  ...elsewhere,
});

const asked = (...roles: RoleAssignment[]) =>
  authorize(claimsAuthorizer, { subject: "s", email: undefined, roles }, scope);

test.each(["owner", "editor", "reader", "audit-log.reader"])("%s reads", async (name) => {
  expect(await asked(role(name))).toEqual(scope);
  expect(await asked(role("dns.admin"), role(name))).toEqual(scope);
});

test("a role without the permission is told so", async () => {
  expect(await asked(role("dns.admin"))).toBe("forbidden");
});

test.each([[[]], [[role("owner", { scopeId: "g" })]], [[role("owner", { scopeType: "PROJECT" })]]])(
  "nobody learns of a scope on which they have no role: %j",
  async (roles) => {
    expect(await asked(...roles)).toBe("unknown");
  },
);
