// Eighty-six days ago: an organization, its folders, its projects.
import { DAY_MS } from "@audit-log/schemas";
import { ANNA, FOLDERS, FOUNDED_PROJECTS, ORGANIZATION, type Folder, type Project } from "../cast.ts";
import {
  byPerson,
  byPlatform,
  created,
  inFolder,
  inOrganization,
  inProject,
  MINUTE_MS,
  tell,
  type StoryEvent,
} from "../telling.ts";

/** Shortly inside the 90 days, so that a story told yesterday is still whole today. */
export const FOUNDED_DAYS_AGO = 86;
const BILLING_REFERENCE = { billingReference: "T-0012345B" };

export function founding(now: number): StoryEvent[] {
  const start = now - FOUNDED_DAYS_AGO * DAY_MS;
  const founded = tell(start, (sdk) => sdk.resourceManager.organizationCreated, {
    ...inOrganization(),
    ...byPlatform("onboarding"),
    resource: { id: ORGANIZATION.id, name: ORGANIZATION.name },
    details: { containerId: ORGANIZATION.containerId, name: ORGANIZATION.name, labels: {} },
  });
  const folders = FOLDERS.map((folder, index) => folderCreated(start + (index + 1) * 5 * MINUTE_MS, folder));
  const projects = FOUNDED_PROJECTS.map((project, index) =>
    projectCreated(start + (index + 4) * 5 * MINUTE_MS, project),
  );
  return [founded, ...folders, ...projects];
}

function folderCreated(at: number, folder: Folder): StoryEvent {
  const { containerId, name } = folder;
  const containerParentId = ORGANIZATION.containerId;
  return tell(at, (sdk) => sdk.resourceManager.folderCreated, {
    ...inFolder(folder),
    ...byPerson(ANNA, "POST /v2/folders", {
      body: { containerParentId, labels: {}, members: [{ subject: ANNA.email }], name },
      outcome: created,
    }),
    resource: { id: folder.id, name },
    details: { containerId, containerParentId, name, labels: {}, members: [ANNA.email] },
    result: { id: folder.id },
  });
}

export function projectCreated(at: number, project: Project, labels: Record<string, string> = BILLING_REFERENCE) {
  const { containerId, name } = project;
  const containerParentId = project.folder.containerId;
  return tell(at, (sdk) => sdk.resourceManager.projectCreated, {
    ...inProject(project),
    ...byPerson(ANNA, "POST /v2/projects", {
      body: { containerParentId, labels, members: [{ subject: ANNA.email, role: "owner" }], name },
      outcome: created,
    }),
    resource: { id: project.id, name },
    details: { containerId, containerParentId, name, labels, members: [ANNA.email] },
    result: { id: project.id, lifecycleState: "CREATING" },
  });
}
