// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** An organization was created. */
export interface OrganizationCreated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Display name. */
  name: string;
  /** Labels set. */
  labels: Record<string, string>;
}

/** An organization was renamed or relabelled. */
export interface OrganizationUpdated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** Labels of an organization were deleted. */
export interface OrganizationLabelsDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Keys of the deleted labels. */
  keys: string[];
}

/** An organization was deleted. */
export interface OrganizationDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
}

/** A folder was created. */
export interface FolderCreated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Container id of the parent. */
  containerParentId: string;
  /** Display name. */
  name: string;
  /** Labels set. */
  labels: Record<string, string>;
  /** Subjects of the first members. */
  members: string[];
}

/** A folder was renamed, relabelled or moved. */
export interface FolderUpdated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Container id of the new parent; null where it did not move. */
  containerParentId?: string | null | undefined;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** Labels of a folder were deleted. */
export interface FolderLabelsDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Keys of the deleted labels. */
  keys: string[];
}

/** A folder was deleted. */
export interface FolderDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
}

/** A project was created. */
export interface ProjectCreated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Container id of the parent. */
  containerParentId: string;
  /** Display name. */
  name: string;
  /** Labels set. */
  labels: Record<string, string>;
  /** Subjects of the first members. */
  members: string[];
}

/** A project was renamed, relabelled or moved. */
export interface ProjectUpdated {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Container id of the new parent; null where it did not move. */
  containerParentId?: string | null | undefined;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** Labels of a project were deleted. */
export interface ProjectLabelsDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Keys of the deleted labels. */
  keys: string[];
}

/** A project was deleted. */
export interface ProjectDeleted {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
}

/** A constraint that an organization or a folder sets was not met: what was tried was refused. */
export interface DeniedByPolicy {
  /** The name that people use for where it was tried, e.g. my-project-173523. */
  containerId: string;
  /** Constraint that was not met, e.g. allowed-regions or required-labels. */
  constraint: string;
  /** Event name of what was tried, e.g. resource-manager.project.create. */
  attemptedOperation: string;
  /** Container id of the organization or folder that set the constraint. */
  policyContainerId: string;
  /** Value that was asked for; null where it is what was missing. */
  requestedValue?: string | null | undefined;
  /** Values that the constraint allows or requires. */
  allowedValues: string[];
}

/** The grace period of a deleted project ended: the platform deleted it with all that was in it. */
export interface ProjectDeletionEnded {
  /** The name that people use for it, e.g. my-project-173523. */
  containerId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}
