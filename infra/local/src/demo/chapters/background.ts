// All day long: robots sign in, read their secrets, encrypt and decrypt, use their access keys.
import { BACKUPS, CATALOG_API, CHECKOUT_API, DEPLOYER, METRICS, type Robot } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  byAccessKey,
  byRobot,
  failure,
  inProject,
  partOf,
  success,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const { ORDERS_KEY, INVOICE_KEY, KEY_RING, CHECKOUT_SECRETS, CATALOG_SECRETS, INVOICES, IMAGES, LOGS } = things;

export function background(at: Clock, lastMinute: number): StoryEvent[] {
  const every = (step: number, from: number, event: (minute: number, index: number) => StoryEvent) =>
    Array.from({ length: Math.floor((lastMinute - from) / step) + 1 }, (_, index) => event(from + index * step, index));
  return [
    ...every(96, 5, (minute, index) => signIn(at(minute), DEPLOYER, keyOfDeployer(index), index === 6)),
    ...every(120, 23, (minute) => signIn(at(minute), METRICS)),
    ...every(120, 41, (minute) => signIn(at(minute), CHECKOUT_API)),
    ...every(240, 59, (minute) => signIn(at(minute), BACKUPS)),
    ...every(80, 8, (minute, index) => {
      const orders = index % 2 === 1;
      // Rotated in the night, written before the release: from then on the robot reads what is new.
      const version = orders ? (minute > 344 ? 12 : 11) : minute > 628 ? 7 : 6;
      const path = orders ? "checkout/database/orders" : "checkout/payment/psp";
      return secretRead(at(minute), CHECKOUT_API, CHECKOUT_SECRETS, path, version);
    }),
    ...every(130, 14, (minute) => secretRead(at(minute), CATALOG_API, CATALOG_SECRETS, "catalog/search/index", 3)),
    ...every(90, 11, (minute, index) => decrypted(at(minute), index)),
    ...every(110, 17, (minute, index) => encrypted(at(minute), index)),
    ...every(170, 19, (minute) => signed(at(minute))),
    ...every(240, 27, (minute, index) =>
      used(at(minute), things.CHECKOUT_BACKEND, INVOICES, "s3:PutObject", index === 0),
    ),
    ...every(360, 36, (minute, index) => used(at(minute), things.LOG_SHIPPER, LOGS, "s3:PutObject", index === 0)),
    // Until the release, which replaces the key.
    ...[33, 393, 713].map((minute) => used(at(minute), things.IMAGE_RESIZER, IMAGES, "s3:GetObject", minute === 33)),
  ];
}

/** Its key is replaced in the morning; it notices when its next sign-in fails. */
const keyOfDeployer = (index: number): string => (index > 6 ? uuid("new key of the deployer") : DEPLOYER.keyId);

function signIn(at: number, robot: Robot, keyId = robot.keyId, refused = false): StoryEvent {
  return tell(at, (sdk) => sdk.serviceAccount.shortLivedAccessTokenIssued, {
    ...inProject(robot.project),
    ...byRobot(robot, "POST /token", {
      body: { grant_type: GRANT },
      outcome: refused ? failure(401, "The signature's key is not active.") : success(200),
    }),
    resource: { id: robot.id, name: robot.email },
    details: { serviceAccountEmail: robot.email, grantType: GRANT, keyId },
  });
}

function secretRead(at: number, robot: Robot, vault: things.Vault, path: string, versionNumber: number): StoryEvent {
  return tell(at, (sdk) => sdk.secretsManager.secretRead, {
    ...partOf(vault, `${vault.id}/${path}`, path),
    ...byRobot(robot, `GET ${vault.data}/${path}`),
    details: { instanceId: vault.id, path, versionNumber },
    result: { version: versionNumber },
  });
}

function decrypted(at: number, index: number): StoryEvent {
  const versionNumber = index % 3 === 0 ? 3 : 2;
  return tell(at, (sdk) => sdk.kms.dataDecrypted, {
    ...about(ORDERS_KEY),
    ...byRobot(CHECKOUT_API, `POST ${ORDERS_KEY.path}/versions/${versionNumber}/decrypt`, {
      body: { data: "b3JkZXI=" },
    }),
    details: { keyRingId: KEY_RING.id, keyId: ORDERS_KEY.id, versionNumber, algorithm: "aes_256_gcm" },
    result: { data: "b3JkZXI=" },
  });
}

function encrypted(at: number, index: number): StoryEvent {
  const versionNumber = index < 6 ? 3 : 4;
  return tell(at, (sdk) => sdk.kms.dataEncrypted, {
    ...about(ORDERS_KEY),
    ...byRobot(CHECKOUT_API, `POST ${ORDERS_KEY.path}/versions/${versionNumber}/encrypt`, {
      body: { data: "b3JkZXI=" },
    }),
    details: { keyRingId: KEY_RING.id, keyId: ORDERS_KEY.id, versionNumber, algorithm: "aes_256_gcm" },
  });
}

function signed(at: number): StoryEvent {
  return tell(at, (sdk) => sdk.kms.dataSigned, {
    ...about(INVOICE_KEY),
    ...byRobot(CHECKOUT_API, `POST ${INVOICE_KEY.path}/versions/4/sign`),
    details: { keyRingId: KEY_RING.id, keyId: INVOICE_KEY.id, versionNumber: 4, algorithm: "ecdsa_p256_sha256" },
  });
}

function used(
  at: number,
  group: things.CredentialsGroup,
  bucket: things.Thing,
  action: string,
  firstUse: boolean,
): StoryEvent {
  const { accessKeyId, id: credentialsGroupId } = group;
  return tell(at, (sdk) => sdk.objectStorage.accessKeyUsed, {
    ...partOf(bucket, accessKeyId),
    ...byAccessKey(group, `${action === "s3:PutObject" ? "PUT" : "GET"} ${bucket.path}/today`),
    details: { accessKeyId, credentialsGroupId, action, bucketName: bucket.name, firstUse },
  });
}
