// The end of the night: keys rotate, what was given for a time is taken back, operators do what no customer sees.
import { DAY_MS } from "@audit-log/schemas";
import { BEN, CATALOG, CHECKOUT, DAVID, METRICS, OBSERVABILITY, PROJECTS } from "../cast.ts";
import { fingerprint, hex, uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byPlatform,
  inFolder,
  inOrganization,
  inProject,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const GRACE_MS = 30 * DAY_MS;

export function expiry(at: Clock): StoryEvent[] {
  return [...keys(at), ...ended(at), ...operators(at)];
}

function keys(at: Clock): StoryEvent[] {
  const { KEY_RING, INVOICE_KEY, OLD_KEY, CHECKOUT_SECRETS } = things;
  return [
    tell(at(340), (sdk) => sdk.kms.keyAutoRotated, {
      ...about(INVOICE_KEY),
      ...byPlatform("key-rotation"),
      details: {
        keyRingId: KEY_RING.id,
        keyId: INVOICE_KEY.id,
        versionNumber: 4,
        previousVersionNumber: 3,
        algorithm: "ecdsa_p256_sha256",
        rotationPeriodDays: 90,
        nextRotationAt: at(340) + 90 * DAY_MS,
      },
    }),
    // Deleted by hand a month ago, and gone tonight: the grace period is the long operation.
    ...tellLong(
      at(342) - GRACE_MS,
      (sdk) => sdk.kms.keyDeleted,
      {
        ...about(OLD_KEY),
        ...byPerson(BEN, `DELETE ${OLD_KEY.path}`, { outcome: accepted }),
        details: { keyRingId: KEY_RING.id, keyId: OLD_KEY.id, restorableUntil: at(342) },
      },
      {
        takesMs: GRACE_MS,
        by: "key-destruction",
        event: (sdk) => sdk.kms.keyDeletionEnded,
        details: (durationMs) => ({ keyRingId: KEY_RING.id, keyId: OLD_KEY.id, durationMs }),
      },
    ),
    tell(at(344), (sdk) => sdk.secretsManager.secretAutoRotated, {
      ...partOf(CHECKOUT_SECRETS, `${CHECKOUT_SECRETS.id}/checkout/database/orders`, "checkout/database/orders"),
      ...byPlatform("secret-rotation"),
      details: {
        instanceId: CHECKOUT_SECRETS.id,
        path: "checkout/database/orders",
        versionNumber: 12,
        previousVersionNumber: 11,
        rotationPeriodDays: 30,
        nextRotationAt: at(344) + 30 * DAY_MS,
      },
    }),
  ];
}

/** Tokens that nobody used, a key and roles that were given for a time. */
function ended(at: Clock): StoryEvent[] {
  const tokens = [CHECKOUT, CATALOG, OBSERVABILITY].map((project, place) => {
    const accessTokenId = uuid(`unused token ${place}`);
    return tell(at(355) + place * 1_500, (sdk) => sdk.serviceAccount.accessTokenRevoked, {
      ...partOf({ project }, accessTokenId),
      ...byPlatform("token-expiry"),
      details: { serviceAccountEmail: METRICS.email, accessTokenId },
    });
  });
  const assignmentId = uuid("assignment david expired");
  const accessKeyId = uuid("access key of the migration");
  return [
    ...tokens,
    tell(at(358), (sdk) => sdk.iam.roleAssignmentExpired, {
      ...inFolder(CATALOG.folder),
      ...byPlatform("role-expiry"),
      resource: { id: CATALOG.folder.id, name: CATALOG.folder.name },
      details: {
        assignmentId,
        subject: DAVID.email,
        subjectKind: "user",
        role: "editor",
        expiredAt: at(358),
      },
    }),
    tell(at(359), (sdk) => sdk.objectStorage.accessKeyExpired, {
      ...partOf(things.INVOICES, accessKeyId),
      ...byPlatform("access-key-expiry"),
      details: { accessKeyId, credentialsGroupId: things.CHECKOUT_BACKEND.id, expiredAt: at(359) },
    }),
    tell(at(361), (sdk) => sdk.iam.identityProviderCertificateAutoRotated, {
      ...inOrganization(),
      ...byPlatform("certificate-rotation"),
      resource: { id: uuid("identity provider"), name: "Acme Entra ID" },
      details: {
        identityProviderId: uuid("identity provider"),
        fingerprint: fingerprint("identity provider"),
        previousFingerprint: fingerprint("identity provider before"),
        expiresAt: at(361) + 730 * DAY_MS,
      },
    }),
  ];
}

/** What the platform's operators did to a customer's projects: recorded, and shown to no customer. */
function operators(at: Clock): StoryEvent[] {
  return [
    ...PROJECTS.slice(0, 2).map((project, index) =>
      tell(at(400 + index), (sdk) => sdk.resourceManager.projectUpdated, {
        ...inProject(project),
        ...byPlatform("quota-review"),
        visibility: "PRIVATE",
        resource: { id: project.id, name: project.name },
        details: { containerId: project.containerId, labels: { quotaReviewed: hex(project.id, 4) } },
      }),
    ),
    tell(at(404), (sdk) => sdk.computeEngine.serverFailedOver, {
      ...about(things.JUMP_HOST),
      ...byPlatform("evacuation-drill"),
      visibility: "PRIVATE",
      details: { serverId: things.JUMP_HOST.id, reason: "host-failure", interruptionMs: 0 },
    }),
  ];
}
