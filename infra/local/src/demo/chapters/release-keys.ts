// Release 2026.12: a new key version, and the secrets that follow from it.
import { DAY_MS } from "@audit-log/schemas";
import { CHECKOUT_API, DEPLOYER, MEHMET, PRIYA } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  created,
  denied,
  noContent,
  partOf,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { ORDERS_KEY, KEY_RING, CHECKOUT_SECRETS } = things;

export function releaseKeys(at: Clock): StoryEvent[] {
  return [...keys(at), ...secrets(at)];
}

/** Key rotation: a new version, the old one disabled and, a little later, destroyed. */
function keys(at: Clock): StoryEvent[] {
  const ids = { keyRingId: KEY_RING.id, keyId: ORDERS_KEY.id };
  const version = (versionNumber: number) => partOf(ORDERS_KEY, `${ORDERS_KEY.id}/${versionNumber}`, ORDERS_KEY.name);
  return [
    tell(at(612), (sdk) => sdk.kms.keyRotated, {
      ...about(ORDERS_KEY),
      ...byRobot(DEPLOYER, `POST ${ORDERS_KEY.path}/rotate`, { outcome: created }),
      details: { ...ids, versionNumber: 4, previousVersionNumber: 3, algorithm: "aes_256_gcm" },
      result: { keyId: ORDERS_KEY.id, number: 4, state: "creating" },
    }),
    tell(at(616), (sdk) => sdk.kms.keyVersionDisabled, {
      ...version(2),
      ...byPerson(MEHMET, `POST ${ORDERS_KEY.path}/versions/2/disable`, { outcome: noContent }),
      details: { ...ids, versionNumber: 2 },
    }),
    tell(at(617), (sdk) => sdk.kms.keyUseDenied, {
      ...about(ORDERS_KEY),
      ...byRobot(CHECKOUT_API, `POST ${ORDERS_KEY.path}/versions/2/decrypt`, {
        body: { data: "b3JkZXI=" },
        outcome: denied("Version 2 of the key is disabled."),
      }),
      details: { ...ids, versionNumber: 2, attemptedOperation: "kms.key.decrypt", reason: "version-disabled" },
    }),
    tell(at(618), (sdk) => sdk.kms.keyVersionEnabled, {
      ...version(2),
      ...byPerson(MEHMET, `POST ${ORDERS_KEY.path}/versions/2/enable`, { outcome: noContent }),
      details: { ...ids, versionNumber: 2 },
    }),
    tell(at(625), (sdk) => sdk.kms.keyVersionDestroyed, {
      ...version(1),
      ...byPerson(MEHMET, `POST ${ORDERS_KEY.path}/versions/1/destroy`, { outcome: accepted }),
      details: { ...ids, versionNumber: 1, restorableUntil: at(625) + 30 * DAY_MS },
    }),
  ];
}

function secrets(at: Clock): StoryEvent[] {
  const { id: instanceId, data, path } = CHECKOUT_SECRETS;
  const secret = "checkout/payment/psp";
  const userId = uuid("secrets user checkout");
  return [
    tell(at(628), (sdk) => sdk.secretsManager.secretWritten, {
      ...partOf(CHECKOUT_SECRETS, `${instanceId}/${secret}`, secret),
      ...byPerson(PRIYA, `POST ${data}/${secret}`, { body: { data: { account: "acme-shop" } } }),
      details: { instanceId, path: secret, versionNumber: 7 },
    }),
    tell(at(630), (sdk) => sdk.secretsManager.userCreated, {
      ...partOf(CHECKOUT_SECRETS, userId, "smchk7p2"),
      ...byRobot(DEPLOYER, `POST ${path}/users`, { body: { description: "checkout", write: false }, outcome: created }),
      details: { instanceId, userId, userName: "smchk7p2", description: "checkout in production", write: false },
      result: { id: userId },
    }),
    tell(at(631), (sdk) => sdk.secretsManager.instanceUpdated, {
      ...about(CHECKOUT_SECRETS),
      ...byPerson(PRIYA, `PUT ${path}`, { body: { name: CHECKOUT_SECRETS.name } }),
      details: { instanceId, kmsKey: things.ordersKek(4) },
    }),
    tell(at(633), (sdk) => sdk.secretsManager.secretDeleted, {
      ...partOf(CHECKOUT_SECRETS, `${instanceId}/checkout/payment/psp-old`, "checkout/payment/psp-old"),
      ...byPerson(PRIYA, `DELETE ${data}/checkout/payment/psp-old`, { outcome: noContent }),
      details: { instanceId, path: "checkout/payment/psp-old", versionNumbers: [1, 2, 3], permanent: true },
    }),
  ];
}
