// The morning, people sign in, and somebody joins; in the evening they leave.
import { DAY_MS } from "@audit-log/schemas";
import * as cast from "../cast.ts";
import { uuid } from "../digits.ts";
import {
  byPerson,
  byPlatform,
  created,
  failure,
  inFolder,
  inOrganization,
  inProject,
  noContent,
  success,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ANNA, BEN, CHIARA, DAVID, GRETA, HUGO, LUKAS, MEHMET, PRIYA, ORGANIZATION } = cast;
const { CATALOG, SHOP } = cast;
const USERS = `/v1/organizations/${ORGANIZATION.id}/users`;

export function people(at: Clock): StoryEvent[] {
  return [
    ...[LUKAS, ANNA, GRETA, CHIARA, PRIYA, BEN, MEHMET].map((who, index) => signIn(at(468 + index * 7), who)),
    mistyped(at(487), CHIARA),
    ...joining(at),
    ...leaving(at),
  ];
}

function signIn(at: number, who: cast.Person): StoryEvent {
  const signInId = uuid(`session of ${who.email}`);
  return tell(at, (sdk) => sdk.iam.signedIn, {
    ...inOrganization(),
    ...byPerson(who, "POST /oauth/v2/authorize"),
    resource: { id: signInId },
    details: {
      signInId,
      method: "sso",
      identityProvider: "Acme Entra ID",
      mfaUsed: true,
      mfaMethod: "security-key",
      newDevice: false,
      expiresAt: at + 10 * 3_600_000,
      failedAttempts: 0,
    },
  });
}

/** A second factor that came too late; the next one did not. */
function mistyped(at: number, who: cast.Person): StoryEvent {
  return tell(at, (sdk) => sdk.iam.signedIn, {
    ...inOrganization(),
    ...byPerson(who, "POST /oauth/v2/authorize", { outcome: failure(401, "The second factor was not accepted.") }),
    resource: { id: who.id, name: who.email, type: "user" },
    details: {
      method: "sso",
      identityProvider: "Acme Entra ID",
      mfaUsed: false,
      newDevice: false,
      failureReason: "mfa-failed",
      failedAttempts: 1,
    },
  });
}

function joining(at: Clock): StoryEvent[] {
  const invitationId = uuid("invitation hugo");
  const { id: userId, email } = HUGO;
  const resource = { id: userId, name: email };
  return [
    tell(at(500), (sdk) => sdk.iam.userInvited, {
      ...inOrganization(),
      ...byPerson(ANNA, `POST /v1/organizations/${ORGANIZATION.id}/invitations`, {
        body: { email, roles: ["reader"] },
        outcome: created,
      }),
      resource: { id: invitationId, name: email },
      details: { invitationId, email, roles: ["reader"], expiresAt: at(500) + 7 * DAY_MS },
    }),
    tell(at(516), (sdk) => sdk.iam.userJoined, {
      ...inOrganization(),
      ...byPerson(HUGO, `POST /v1/organizations/${ORGANIZATION.id}/invitations/${invitationId}/accept`),
      resource,
      details: { userId, email, invitationId, identityProvider: "Acme Entra ID", roles: ["reader"] },
    }),
    tell(at(519), (sdk) => sdk.iam.mfaFactorAdded, {
      ...inOrganization(),
      ...byPerson(HUGO, `POST ${USERS}/${userId}/factors`, { outcome: created }),
      resource,
      details: { userId, email, factorId: uuid("factor hugo"), factorKind: "security-key", factorName: "Blue key" },
    }),
    signIn(at(520), HUGO),
    tell(at(524), (sdk) => sdk.membership.membersAdded, {
      ...inProject(CATALOG),
      ...byPerson(ANNA, `PATCH /v2/${CATALOG.id}/members`, {
        body: { resourceType: "project", members: [{ role: "editor", subject: email }] },
      }),
      resource: { id: CATALOG.id, name: CATALOG.name },
      details: { members: [{ subject: email, role: "editor" }] },
    }),
  ];
}

/** The afternoon: people sign out, sessions end by themselves. */
function leaving(at: Clock): StoryEvent[] {
  return [
    ...[GRETA, PRIYA, BEN].map((who, index) =>
      tell(at(1_120 + index * 11), (sdk) => sdk.iam.signedOut, {
        ...inOrganization(),
        ...byPerson(who, "POST /oauth/v2/logout", { outcome: success(204) }),
        resource: { id: uuid(`session of ${who.email}`) },
        details: { signInId: uuid(`session of ${who.email}`) },
      }),
    ),
    tell(at(1_180), (sdk) => sdk.iam.sessionExpired, {
      ...inOrganization(),
      ...byPlatform("session-expiry"),
      resource: { id: uuid(`session of ${HUGO.email}`) },
      details: { signInId: uuid(`session of ${HUGO.email}`), userId: HUGO.id, email: HUGO.email, reason: "idle" },
    }),
    tell(at(1_190), (sdk) => sdk.membership.membersRemoved, {
      ...inFolder(SHOP),
      ...byPerson(ANNA, `POST /v2/${SHOP.id}/members/remove`, {
        body: { forceRemove: true, resourceType: "folder", members: [{ role: "editor", subject: DAVID.email }] },
        outcome: noContent,
      }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: { members: [{ subject: DAVID.email, role: "editor" }], forceRemove: true },
    }),
  ];
}
