// The late afternoon: a project begins, another one ends for good.
import { DAY_MS } from "@audit-log/schemas";
import { ANNA, BEN, CHIARA, LOYALTY, PILOT, PLATFORM, SANDBOX, SHOP } from "../cast.ts";
import {
  accepted,
  byPerson,
  created,
  denied,
  inFolder,
  inProject,
  tell,
  tellLong,
  type Clock,
  type StoryEvent,
} from "../telling.ts";
import { projectCreated } from "./founding.ts";

const GRACE_MS = 7 * DAY_MS;

export function projectsComeAndGo(at: Clock): StoryEvent[] {
  return [...projects(at), ...labels(at)];
}

function projects(at: Clock): StoryEvent[] {
  const { containerId, name } = PILOT;
  const labels = { costCentre: "4731", stage: "dev" };
  return [
    tell(at(960), (sdk) => sdk.resourceManager.deniedByPolicy, {
      ...inFolder(SHOP),
      ...byPerson(ANNA, "POST /v2/projects", {
        body: { containerParentId: SHOP.containerId, name: LOYALTY.name },
        outcome: denied("Projects in this organization need the labels costCentre and stage."),
      }),
      resource: { id: SHOP.id, name: SHOP.name },
      details: {
        containerId: SHOP.containerId,
        constraint: "required-labels",
        attemptedOperation: "resource-manager.project.create",
        policyContainerId: "acme-gmbh-1a2b3c",
        allowedValues: ["costCentre", "stage"],
      },
    }),
    projectCreated(at(963), LOYALTY, labels),
    tell(at(966), (sdk) => sdk.membership.membersAdded, {
      ...inProject(LOYALTY),
      ...byPerson(ANNA, `PATCH /v2/${LOYALTY.id}/members`, { body: { resourceType: "project" } }),
      resource: { id: LOYALTY.id, name: LOYALTY.name },
      details: { members: [CHIARA, BEN].map(({ email }) => ({ subject: email, role: "editor" })) },
    }),
    tell(at(967), (sdk) => sdk.objectStorage.serviceEnabled, {
      ...inProject(LOYALTY),
      ...byPerson(BEN, `POST /v2/project/${LOYALTY.id}/regions/eu01`, { outcome: created }),
      resource: { id: LOYALTY.id, name: LOYALTY.name },
      details: { serviceScope: "PUBLIC" },
    }),
    // Deleted a week ago, and gone today: the grace period is the long operation.
    ...tellLong(
      at(981) - GRACE_MS,
      (sdk) => sdk.resourceManager.projectDeleted,
      {
        ...inProject(PILOT),
        ...byPerson(BEN, `DELETE /v2/projects/${PILOT.id}`, { outcome: accepted }),
        resource: { id: PILOT.id, name },
        details: { containerId },
      },
      {
        takesMs: GRACE_MS,
        by: "project-grace-period",
        event: (sdk) => sdk.resourceManager.projectDeletionEnded,
        details: (durationMs) => ({ containerId, durationMs }),
      },
    ),
  ];
}

function labels(at: Clock): StoryEvent[] {
  return [
    tell(at(1_055), (sdk) => sdk.resourceManager.folderLabelsDeleted, {
      ...inFolder(PLATFORM),
      ...byPerson(CHIARA, `DELETE /v2/folders/${PLATFORM.containerId}/labels`, { parameters: { keys: ["temporary"] } }),
      resource: { id: PLATFORM.id, name: PLATFORM.name },
      details: { containerId: PLATFORM.containerId, keys: ["temporary"] },
    }),
    tell(at(1_057), (sdk) => sdk.resourceManager.projectUpdated, {
      ...inProject(SANDBOX),
      ...byPerson(CHIARA, `PATCH /v2/projects/${SANDBOX.id}`, { body: { labels: { owner: "chiara" } } }),
      resource: { id: SANDBOX.id, name: SANDBOX.name },
      details: { containerId: SANDBOX.containerId, labels: { owner: "chiara" } },
    }),
  ];
}
