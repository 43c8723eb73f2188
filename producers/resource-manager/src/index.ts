// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as resourceManagerEvents from "@audit-log/schemas/resource-manager/resource-manager";

/** Resource Manager: Organizations, folders and projects. */
export const resourceManager = (recorder: Pick<Recorder, "event">) => ({
  resourceManager: {
    /** An organization was created. */
    organizationCreated: recorder.event<resourceManagerEvents.OrganizationCreated>(
      "resource-manager.organization.create",
    ),
    /** An organization was renamed or relabelled. */
    organizationUpdated: recorder.event<resourceManagerEvents.OrganizationUpdated>(
      "resource-manager.organization.update",
    ),
    /** Labels of an organization were deleted. */
    organizationLabelsDeleted: recorder.event<resourceManagerEvents.OrganizationLabelsDeleted>(
      "resource-manager.organization.labels.delete",
    ),
    /** An organization was deleted. */
    organizationDeleted: recorder.event<resourceManagerEvents.OrganizationDeleted>(
      "resource-manager.organization.delete",
    ),
    /** A folder was created. */
    folderCreated: recorder.event<resourceManagerEvents.FolderCreated>("resource-manager.folder.create"),
    /** A folder was renamed, relabelled or moved. */
    folderUpdated: recorder.event<resourceManagerEvents.FolderUpdated>("resource-manager.folder.update"),
    /** Labels of a folder were deleted. */
    folderLabelsDeleted: recorder.event<resourceManagerEvents.FolderLabelsDeleted>(
      "resource-manager.folder.labels.delete",
    ),
    /** A folder was deleted. */
    folderDeleted: recorder.event<resourceManagerEvents.FolderDeleted>("resource-manager.folder.delete"),
    /** A project was created. */
    projectCreated: recorder.event<resourceManagerEvents.ProjectCreated>("resource-manager.project.create"),
    /** A project was renamed, relabelled or moved. */
    projectUpdated: recorder.event<resourceManagerEvents.ProjectUpdated>("resource-manager.project.update"),
    /** Labels of a project were deleted. */
    projectLabelsDeleted: recorder.event<resourceManagerEvents.ProjectLabelsDeleted>(
      "resource-manager.project.labels.delete",
    ),
    /** A project was deleted. */
    projectDeleted: recorder.event<resourceManagerEvents.ProjectDeleted>("resource-manager.project.delete"),
    /** A constraint that an organization or a folder sets was not met: what was tried was refused. */
    deniedByPolicy: recorder.event<resourceManagerEvents.DeniedByPolicy>("resource-manager.policy.deny"),
    /** The grace period of a deleted project ended: the platform deleted it with all that was in it. */
    projectDeletionEnded: recorder.event<resourceManagerEvents.ProjectDeletionEnded>(
      "resource-manager.project.delete.end",
    ),
  },
});
