// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** Members were added to an organization, folder or project. */
export interface MembersAdded {
  /** Who was added, in which role. */
  members: Member[];
}

export interface Member {
  /** E-mail of a user or service account. */
  subject: string;
  /** e.g. owner. */
  role: string;
}

/** Members were removed from an organization, folder or project. */
export interface MembersRemoved {
  /** Who was removed, from which role. */
  members: Member[];
  /** True where the last owner could be removed too. */
  forceRemove: boolean;
}

/** A custom role was created. */
export interface RoleCreated {
  /** Id of the new role. */
  roleId: string;
  /** e.g. dev-team. */
  name: string;
  /** What the role is for. */
  description?: string | null | undefined;
  /** Names of the permissions, e.g. iam.member.read. */
  permissions: string[];
}

/** A custom role was changed. */
export interface RoleUpdated {
  /** Id of the role. */
  roleId: string;
  /** Name after the change. */
  name: string;
  /** Description after the change. */
  description?: string | null | undefined;
  /** Names of the permissions after the change. */
  permissions: string[];
}

/** A custom role was deleted. */
export interface RoleDeleted {
  /** Id of the deleted role. */
  roleId: string;
}
