// Release 2026.12, the names that lead to it, and a zone for the winter sale.
import { CHIARA, DEPLOYER } from "../cast.ts";
import { uuid } from "../digits.ts";
import * as things from "../things.ts";
import {
  about,
  accepted,
  byPerson,
  byRobot,
  created,
  noContent,
  partOf,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";

const { SHOP_ZONE, CAMPAIGN_ZONE } = things;
const EXTERNAL_ADDRESS = "203.0.113.80";
const zone = { zoneId: SHOP_ZONE.id, zoneName: SHOP_ZONE.zoneName };

export function releaseNames(at: Clock): StoryEvent[] {
  return [...records(at), ...campaign(at)];
}

function records(at: Clock): StoryEvent[] {
  const record = (recordName: string, recordType: string) => {
    const recordSetId = uuid(`record ${recordType} ${recordName}`);
    return {
      where: partOf(SHOP_ZONE, recordSetId, recordName),
      details: { ...zone, recordSetId, recordName, recordType },
    };
  };
  const www = record("www.shop.acme.example", "A");
  const api = record("api.shop.acme.example", "A");
  const mail = record("mail.shop.acme.example", "MX");
  const proof = record("_acme-challenge.shop.acme.example", "TXT");
  return [
    ...[
      { minute: 696, of: api, values: [EXTERNAL_ADDRESS] },
      { minute: 697, of: mail, values: ["10 mx1.acme.example.", "20 mx2.acme.example."] },
      { minute: 698, of: proof, values: ['"release-2026.12"'] },
    ].map(({ minute, of, values }) =>
      tell(at(minute), (sdk) => sdk.dns.recordSetCreated, {
        ...of.where,
        ...byRobot(DEPLOYER, `POST ${SHOP_ZONE.path}/rrsets`, {
          body: { name: `${of.details.recordName}.`, type: of.details.recordType, ttl: 300 },
          outcome: accepted,
        }),
        details: { ...of.details, ttlSeconds: 300, values },
        result: { rrset: { id: of.details.recordSetId, state: "CREATING" } },
      }),
    ),
    tell(at(742), (sdk) => sdk.dns.recordSetUpdated, {
      ...www.where,
      ...byPerson(CHIARA, `PATCH ${SHOP_ZONE.path}/rrsets/${www.details.recordSetId}`, { outcome: accepted }),
      details: {
        ...www.details,
        ttlSeconds: 300,
        previousTtlSeconds: 3_600,
        previousValues: ["203.0.113.20", "203.0.113.21"],
        values: [EXTERNAL_ADDRESS],
      },
    }),
    tell(at(748), (sdk) => sdk.dns.recordSetDeleted, {
      ...proof.where,
      ...byRobot(DEPLOYER, `DELETE ${SHOP_ZONE.path}/rrsets/${proof.details.recordSetId}`, { outcome: accepted }),
      details: { ...proof.details, values: ['"release-2026.12"'] },
    }),
  ];
}

function campaign(at: Clock): StoryEvent[] {
  const { id: zoneId, zoneName, path } = CAMPAIGN_ZONE;
  return [
    tell(at(710), (sdk) => sdk.dns.zoneCreated, {
      ...about(CAMPAIGN_ZONE),
      ...byPerson(CHIARA, `POST /v1/projects/${CAMPAIGN_ZONE.project.id}/zones`, { outcome: created }),
      details: {
        zoneId,
        zoneName,
        name: CAMPAIGN_ZONE.name,
        zoneType: "primary",
        primaries: [],
        contactEmail: "hostmaster@acme.example",
        defaultTtlSeconds: 3_600,
      },
    }),
    ...tellLong(
      at(712),
      (sdk) => sdk.dns.zoneImported,
      {
        ...about(CAMPAIGN_ZONE),
        ...byPerson(CHIARA, `POST ${path}/import`, { outcome: accepted }),
        details: { zoneId, zoneName, importType: "upsert", format: "bind", recordSetCount: 12 },
      },
      {
        takesMs: 27_441,
        by: "dns-controller",
        event: (sdk) => sdk.dns.zoneImportEnded,
        details: (durationMs) => ({
          zoneId,
          zoneName,
          createdRecordSets: 11,
          updatedRecordSets: 1,
          deletedRecordSets: 0,
          durationMs,
        }),
      },
    ),
    tell(at(715), (sdk) => sdk.dns.zoneLabelUpdated, {
      ...about(CAMPAIGN_ZONE),
      ...byPerson(CHIARA, `PUT ${path}/labels`, { outcome: noContent }),
      details: { zoneId, zoneName, labelKey: "campaign", labelValue: "winter-2026" },
    }),
  ];
}
