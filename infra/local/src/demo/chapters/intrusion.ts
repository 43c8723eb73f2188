// The evening, what an auditor looks for: a password tried from a strange address, an account locked, and a contractor who wants more
// than he may.
import * as cast from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  byPerson,
  byPlatform,
  denied,
  failure,
  inOrganization,
  inProject,
  noContent,
  partOf,
  SECOND_MS,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ANNA, DAVID, HUGO, METRICS, ORGANIZATION, PROJECTS } = cast;
const USERS = `/v1/organizations/${ORGANIZATION.id}/users`;
/** Whoever it is uses Hugo's name, from where nobody of Acme is. */
const STRANGER = { ...HUGO, address: "203.0.113.203", agent: "python-requests/2.32.3" };
const hugo = { userId: HUGO.id, email: HUGO.email };
const policyId = uuid("access policy offices");

export function intrusion(at: Clock): StoryEvent[] {
  return [...guessing(at), ...answer(at), ...contractor(at), ...wrongNetwork(at)];
}

function guessing(at: Clock): StoryEvent[] {
  const tries = [1, 2, 3, 4, 5].map((failedAttempts) =>
    tell(at(1_240) + failedAttempts * 7 * SECOND_MS, (sdk) => sdk.iam.signedIn, {
      ...inOrganization(),
      ...byPerson(STRANGER, "POST /oauth/v2/authorize", { outcome: failure(401, "User or password is wrong.") }),
      resource: { id: HUGO.id, name: HUGO.email, type: "user" },
      details: {
        method: "password",
        mfaUsed: false,
        newDevice: true,
        failureReason: "wrong-proof",
        failedAttempts,
      },
    }),
  );
  const unknown = tell(at(1_239), (sdk) => sdk.iam.signedIn, {
    ...inOrganization(),
    ...byPerson({ ...STRANGER, id: "-", email: "" }, "POST /oauth/v2/authorize", {
      outcome: failure(401, "User or password is wrong."),
    }),
    initiator: { kind: "USER", id: "-" },
    resource: { id: "-" },
    details: { method: "password", mfaUsed: false, failureReason: "unknown-account", failedAttempts: 1 },
  });
  return [
    unknown,
    ...tries,
    tell(at(1_240) + 36 * SECOND_MS, (sdk) => sdk.iam.userAutoLocked, {
      ...inOrganization(),
      ...byPlatform("sign-in-protection"),
      resource: { id: HUGO.id, name: HUGO.email },
      details: {
        ...hugo,
        reason: "failed-sign-ins",
        failedAttempts: 5,
        lastIpAddress: STRANGER.address,
        lockedUntil: at(1_300),
      },
    }),
  ];
}

function answer(at: Clock): StoryEvent[] {
  const resource = { id: HUGO.id, name: HUGO.email };
  const why = "Sign-ins from an unknown network";
  const networks = { mode: "enforce", cidrs: ["198.51.100.0/24", "203.0.113.0/26", "2001:db8:42::/48"] };
  return [
    tell(at(1_252), (sdk) => sdk.iam.userLocked, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST ${USERS}/${HUGO.id}/lock`, { body: { reason: why }, outcome: noContent }),
      resource,
      details: { ...hugo, reason: why },
    }),
    tell(at(1_253), (sdk) => sdk.iam.sessionsRevoked, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST ${USERS}/${HUGO.id}/sessions/revoke`, { outcome: noContent }),
      resource,
      details: { ...hugo, signInIds: [uuid(`session of ${HUGO.email}`)], reason: why },
    }),
    tell(at(1_258), (sdk) => sdk.iam.accessPolicyUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PATCH /v1/organizations/${ORGANIZATION.id}/access-policies/${policyId}`, { body: networks }),
      resource: { id: policyId, name: "Offices and VPN" },
      details: { policyId, ...networks },
    }),
    tell(at(1_270), (sdk) => sdk.iam.passwordPolicyUpdated, {
      ...inOrganization(),
      ...byPerson(ANNA, `PUT /v1/organizations/${ORGANIZATION.id}/password-policy`),
      resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
      details: { minLength: 14, maxFailedSignIns: 5, mfaRequired: true },
    }),
    tell(at(1_310), (sdk) => sdk.iam.userPasswordUpdated, {
      ...inOrganization(),
      ...byPerson(HUGO, `PUT ${USERS}/${HUGO.id}/password`, { body: { method: "self" }, outcome: noContent }),
      resource,
      details: { ...hugo, method: "self", sessionsEnded: true },
    }),
    tell(at(1_312), (sdk) => sdk.iam.userUnlocked, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST ${USERS}/${HUGO.id}/unlock`, { outcome: noContent }),
      resource,
      details: { ...hugo, reason: "Spoken to on the phone" },
    }),
  ];
}

/** Attempts that were denied, one after the other. */
function contractor(at: Clock): StoryEvent[] {
  const attempts = PROJECTS.slice(0, 4).map((project, index) =>
    tell(at(1_150) + index * 9 * SECOND_MS, (sdk) => sdk.resourceManager.projectDeleted, {
      ...inProject(project),
      ...byPerson(DAVID, `DELETE /v2/projects/${project.id}`, {
        outcome: denied("The permission resource-manager.project.delete is missing."),
      }),
      resource: { id: project.id, name: project.name },
      details: { containerId: project.containerId },
    }),
  );
  const missing = (minute: number, thing: things.Thing, permission: string, targetType: string) =>
    tell(at(minute), (sdk) => sdk.iam.permissionDenied, {
      ...inProject(thing.project),
      ...byPerson(DAVID, `DELETE ${thing.path}`, { outcome: denied(`The permission ${permission} is missing.`) }),
      resource: { id: thing.project.id, name: thing.project.name },
      details: {
        permission,
        reason: "missing-role",
        missingRole: "editor",
        attemptedOperation: permission,
        targetType,
        targetId: thing.id,
      },
    });
  return [
    ...attempts,
    missing(1_152, things.SHOP_PROD, "ske.cluster.delete", "ske-cluster"),
    missing(1_153, things.ORDERS_DB, "postgres-flex.instance.delete", "postgres-flex-instance"),
    missing(1_154, things.CATALOG_DB, "mongodb-flex.instance.delete", "mongodb-flex-instance"),
    tell(at(1_156), (sdk) => sdk.membership.roleDeleted, {
      ...inOrganization(),
      ...byPerson(DAVID, `DELETE /v2/organization/${ORGANIZATION.id}/roles/owner`, {
        outcome: denied("The role owner cannot be deleted."),
      }),
      resource: { id: "owner", name: "owner" },
      details: { roleId: "owner" },
    }),
  ];
}

function wrongNetwork(at: Clock): StoryEvent[] {
  const { CHECKOUT_SECRETS } = things;
  const secret = "checkout/payment/psp";
  return [
    tell(at(1_158), (sdk) => sdk.secretsManager.accessDeniedByAcl, {
      ...about(CHECKOUT_SECRETS),
      ...byPerson(DAVID, `GET ${CHECKOUT_SECRETS.data}/${secret}`, {
        outcome: denied(`${DAVID.address} is not in the ACL.`),
      }),
      details: {
        instanceId: CHECKOUT_SECRETS.id,
        attemptedOperation: "secrets-manager.secret.read",
        path: secret,
        allowedCidrs: ["192.0.2.0/24", "198.51.100.0/24"],
      },
    }),
    tell(at(1_290), (sdk) => sdk.iam.deniedByAccessPolicy, {
      ...inOrganization(),
      ...byPerson(STRANGER, "POST /oauth/v2/authorize", {
        outcome: denied(`${STRANGER.address} is in none of the allowed networks.`),
      }),
      resource: { id: policyId, name: "Offices and VPN" },
      details: {
        policyId,
        condition: "network",
        attemptedOperation: "iam.session.sign-in",
        cidrs: ["198.51.100.0/24", "203.0.113.0/26", "2001:db8:42::/48"],
      },
    }),
    tell(at(1_320), (sdk) => sdk.serviceAccount.accessTokenRevoked, {
      ...partOf({ project: METRICS.project }, uuid("token metrics")),
      ...byPerson(ANNA, `DELETE /v2/projects/${METRICS.project.id}/service-accounts/${METRICS.email}/access-tokens`, {
        outcome: noContent,
      }),
      details: { serviceAccountEmail: METRICS.email, accessTokenId: uuid("token metrics") },
    }),
  ];
}
