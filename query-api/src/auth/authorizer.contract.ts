// What every Authorizer promises, as a suite: run by the tests of each implementation.
import { describe, expect, test } from "vitest";
import type { Scope } from "../scope.ts";
import type { Access, Authorizer } from "./authorize.ts";
import type { RoleAssignment } from "./principal.ts";

export interface AuthorizerUnderTest {
  authorizer: Authorizer;
  /** Wherever the authorizer looks for them: in the token, or at a service. */
  give: (subject: string, roles: readonly RoleAssignment[]) => void;
}

const project: Scope = { type: "PROJECT", id: "p" };
const inner: Scope = { type: "FOLDER", id: "inner" };
const outer: Scope = { type: "FOLDER", id: "outer" };
const organization: Scope = { type: "ORGANIZATION", id: "o" };
const above = [inner, outer, organization];

const on = ({ type, id }: Scope, role: string): RoleAssignment => ({ scopeType: type, scopeId: id, role });
const onPlatform = (role: string): RoleAssignment => ({ scopeType: "PLATFORM", scopeId: "", role });

const granted: Access = { access: "granted", visibilities: ["PUBLIC"] };
const forbidden: Access = { access: "forbidden" };
const unknown: Access = { access: "unknown" };

/** `open` gives an authorizer that knows of nobody. */
export function authorizerContract(open: () => AuthorizerUnderTest): void {
  async function asked(roles: readonly RoleAssignment[], scope = project, around: readonly Scope[] = above) {
    const { authorizer, give } = open();
    give("ada", roles);
    const principal = { subject: "ada", email: undefined, roles };
    return authorizer.access(principal, scope, around, new AbortController().signal);
  }

  describe("an authorizer", () => {
    test.each(["owner", "editor", "reader", "audit-log.reader"])("lets %s read, there and below", async (role) => {
      for (const scope of [project, ...above]) expect(await asked([on(scope, role)])).toEqual(granted);
      expect(await asked([on(project, "dns.admin"), on(organization, role)])).toEqual(granted);
    });

    test("tells those whose roles do not read, there or above", async () => {
      for (const scope of [project, ...above]) expect(await asked([on(scope, "dns.admin")])).toEqual(forbidden);
      // The operator's role means nothing on a tenant's scope.
      expect(await asked([on(organization, "audit-log.operator")])).toEqual(forbidden);
    });

    test.each<[string, RoleAssignment[]]>([
      ["nothing", []],
      ["a sibling", [on({ type: "PROJECT", id: "q" }, "owner")]],
      ["another organization", [on({ type: "ORGANIZATION", id: "x" }, "owner")]],
      [
        "the same id of another type",
        [on({ type: "PROJECT", id: "o" }, "owner"), on({ type: "FOLDER", id: "p" }, "owner")],
      ],
      ["the platform, by a tenant's role", [onPlatform("owner"), onPlatform("audit-log.reader")]],
    ])("lets nobody learn of a scope whose roles are on %s", async (_name, roles) => {
      expect(await asked(roles)).toEqual(unknown);
    });

    test("lets nobody up: a role below says nothing of what is above", async () => {
      expect(await asked([on(project, "owner")], inner, [outer, organization])).toEqual(unknown);
      expect(await asked([on(inner, "owner")], organization, [])).toEqual(unknown);
    });

    test("lets nobody in from above where it is not known what is above", async () => {
      expect(await asked([on(organization, "owner")], project, [])).toEqual(unknown);
    });

    test("lets the platform's operator read everything, also what is private", async () => {
      const everything: Access = { access: "granted", visibilities: ["PUBLIC", "PRIVATE"] };
      expect(await asked([onPlatform("audit-log.operator")])).toEqual(everything);
      expect(await asked([onPlatform("audit-log.operator")], project, [])).toEqual(everything);
      expect(await asked([onPlatform("audit-log.operator"), on(project, "dns.admin")])).toEqual(everything);
    });
  });
}
