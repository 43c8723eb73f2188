// Release 2026.12, what is left of the buckets: access keys replaced, objects kept, encrypted, expired.
import { DAY_MS } from "@audit-log/schemas";
import { CATALOG, CHECKOUT, CHIARA, DEPLOYER } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  byPerson,
  byRobot,
  created,
  inProject,
  noContent,
  partOf,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { IMAGES, INVOICES, ORDERS_EXPORT, LOGS, IMAGE_RESIZER, INVOICE_KEY } = things;

export function releaseBucketSettings(at: Clock): StoryEvent[] {
  return [...accessKeys(at), ...settings(at)];
}

function accessKeys(at: Clock): StoryEvent[] {
  const accessKeyId = uuid("access key resizer new");
  const group = IMAGE_RESIZER.id;
  const keys = `/v2/project/${CATALOG.id}/regions/eu01/access-key`;
  return [
    tell(at(718), (sdk) => sdk.objectStorage.credentialsGroupCreated, {
      ...partOf(IMAGES, uuid("group cdn"), "cdn"),
      ...byRobot(DEPLOYER, `POST /v2/project/${CATALOG.id}/regions/eu01/credentials-group`, { outcome: created }),
      details: { credentialsGroupId: uuid("group cdn"), name: "cdn" },
    }),
    tell(at(762), (sdk) => sdk.objectStorage.accessKeyCreated, {
      ...partOf(IMAGES, accessKeyId),
      ...byRobot(DEPLOYER, `POST ${keys}`, { parameters: { "credentials-group": group }, outcome: created }),
      details: { accessKeyId, credentialsGroupId: group, expiresAt: at(762) + 180 * DAY_MS },
      result: { keyId: accessKeyId },
    }),
    tell(at(766), (sdk) => sdk.objectStorage.accessKeyDeleted, {
      ...partOf(IMAGES, IMAGE_RESIZER.accessKeyId),
      ...byPerson(CHIARA, `DELETE ${keys}/${IMAGE_RESIZER.accessKeyId}`, { outcome: noContent }),
      details: { accessKeyId: IMAGE_RESIZER.accessKeyId, credentialsGroupId: group },
    }),
  ];
}

function settings(at: Clock): StoryEvent[] {
  return [
    tell(at(768), (sdk) => sdk.objectStorage.bucketVersioningUpdated, {
      ...about(ORDERS_EXPORT),
      ...byPerson(CHIARA, `PUT ${ORDERS_EXPORT.path}?versioning`),
      details: { bucketName: ORDERS_EXPORT.name, status: "Enabled", previousStatus: "Suspended" },
    }),
    tell(at(770), (sdk) => sdk.objectStorage.bucketEncryptionUpdated, {
      ...about(INVOICES),
      ...byPerson(CHIARA, `PUT ${INVOICES.path}?encryption`),
      details: {
        bucketName: INVOICES.name,
        algorithm: "aws:kms",
        kmsKeyId: INVOICE_KEY.id,
        previousAlgorithm: "AES256",
      },
    }),
    tell(at(772), (sdk) => sdk.objectStorage.bucketDefaultRetentionUpdated, {
      ...about(INVOICES),
      ...byPerson(CHIARA, `PUT /v2/project/${CHECKOUT.id}/regions/eu01/bucket/${INVOICES.name}/default-retention`),
      details: { bucketName: INVOICES.name, retentionDays: 3_650, mode: "COMPLIANCE" },
    }),
    tell(at(774), (sdk) => sdk.objectStorage.complianceLockCreated, {
      ...inProject(CHECKOUT),
      ...byPerson(CHIARA, `POST /v2/project/${CHECKOUT.id}/regions/eu01/compliance-lock`, { outcome: created }),
      resource: { id: CHECKOUT.id },
      details: { maxRetentionDays: 3_650 },
    }),
    tell(at(780), (sdk) => sdk.objectStorage.bucketLifecycleUpdated, {
      ...about(LOGS),
      ...byRobot(DEPLOYER, `PUT ${LOGS.path}?lifecycle`),
      details: {
        bucketName: LOGS.name,
        rules: [
          { ruleId: "logs-14-days", enabled: true, prefix: "access/", expirationDays: 14, noncurrentExpirationDays: 7 },
          { ruleId: "uploads", enabled: true, abortIncompleteUploadDays: 2 },
        ],
        shortestExpirationDays: 14,
        previousShortestExpirationDays: 30,
      },
    }),
  ];
}
