// Release 2026.12, the buckets: an ACL is changed and opens too much, somebody notices, it is mended and made impossible.
import { CHIARA, PRIYA } from "../cast.ts";
import * as things from "../things.ts";
import {
  about,
  byAccessKey,
  byPerson,
  denied,
  failure,
  noContent,
  partOf,
  tell,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { IMAGES, ORDERS_EXPORT, IMAGE_RESIZER, CHECKOUT_BACKEND } = things;

export function releaseBuckets(at: Clock): StoryEvent[] {
  return [...acl(at)];
}

/** The images shall be public. So are, for eleven minutes, the exported orders. */
function acl(at: Clock): StoryEvent[] {
  const owner = { grantee: CHECKOUT_BACKEND.id, granteeType: "credentials-group", permission: "FULL_CONTROL" };
  const everybody = { grantee: "all-users", granteeType: "all-users", permission: "READ" };
  const changed = (minute: number, bucket: things.Thing, who: typeof PRIYA, open: boolean) =>
    tell(at(minute), (sdk) => sdk.objectStorage.bucketAclUpdated, {
      ...about(bucket),
      ...byPerson(who, `PUT ${bucket.path}?acl`, { outcome: noContent }),
      details: {
        bucketName: bucket.name,
        previousGrants: open ? [owner] : [owner, everybody],
        grants: open ? [owner, everybody] : [owner],
        previousPublicAccess: open ? "none" : "read",
        publicAccess: open ? "read" : "none",
      },
    });
  const stranger = { ...IMAGE_RESIZER, address: "192.0.2.201", agent: "curl/8.17.0" };
  return [
    tell(at(722), (sdk) => sdk.objectStorage.bucketAclUpdated, {
      ...about(IMAGES),
      ...byPerson(PRIYA, `PUT ${IMAGES.path}?acl`, { outcome: failure(400, "MalformedACLError") }),
      details: {
        bucketName: IMAGES.name,
        previousGrants: [owner],
        grants: [owner],
        previousPublicAccess: "none",
        publicAccess: "none",
      },
    }),
    changed(724, IMAGES, PRIYA, true),
    changed(726, ORDERS_EXPORT, PRIYA, true),
    tell(at(732), (sdk) => sdk.objectStorage.accessKeyUsed, {
      ...partOf(ORDERS_EXPORT, IMAGE_RESIZER.accessKeyId),
      ...byAccessKey(stranger, `GET ${ORDERS_EXPORT.path}/orders.parquet`),
      details: {
        accessKeyId: IMAGE_RESIZER.accessKeyId,
        credentialsGroupId: IMAGE_RESIZER.id,
        action: "s3:GetObject",
        bucketName: ORDERS_EXPORT.name,
        firstUse: true,
      },
    }),
    changed(737, ORDERS_EXPORT, CHIARA, false),
    tell(at(739), (sdk) => sdk.objectStorage.bucketPolicyUpdated, {
      ...about(ORDERS_EXPORT),
      ...byPerson(CHIARA, `PUT ${ORDERS_EXPORT.path}?policy`, { outcome: noContent }),
      details: {
        bucketName: ORDERS_EXPORT.name,
        statements: [
          {
            statementId: "AnalyticsRead",
            effect: "Allow",
            principals: [CHECKOUT_BACKEND.id],
            actions: ["s3:GetObject", "s3:ListBucket"],
            resources: [`arn:aws:s3:::${ORDERS_EXPORT.name}`, `arn:aws:s3:::${ORDERS_EXPORT.name}/*`],
            sourceCidrs: ["192.0.2.0/26"],
            exceptSourceCidrs: [],
          },
          {
            effect: "Deny",
            principals: ["*"],
            actions: ["s3:*"],
            resources: [`arn:aws:s3:::${ORDERS_EXPORT.name}/*`],
            sourceCidrs: [],
            exceptSourceCidrs: ["192.0.2.0/26", "198.51.100.0/24"],
          },
        ],
        previousPublicAccess: "none",
        publicAccess: "none",
      },
    }),
    ...[744, 747, 759].map((minute) =>
      tell(at(minute), (sdk) => sdk.objectStorage.bucketAccessDenied, {
        ...about(ORDERS_EXPORT),
        ...byAccessKey(stranger, `GET ${ORDERS_EXPORT.path}/orders.parquet`, {
          outcome: denied("The source address is outside of what the bucket's policy allows."),
        }),
        details: {
          bucketName: ORDERS_EXPORT.name,
          action: "s3:GetObject",
          objectName: "orders.parquet",
          accessKeyId: IMAGE_RESIZER.accessKeyId,
          reason: "source-address",
          statementId: "AnalyticsRead",
        },
      }),
    ),
  ];
}
