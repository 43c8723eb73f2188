// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as membershipEvents from "@audit-log/schemas/membership/membership";

/** Membership: Who belongs to an organization, folder or project, and in which role. */
export const membership = (recorder: Pick<Recorder, "event">) => ({
  membership: {
    /** Members were added to an organization, folder or project. */
    membersAdded: recorder.event<membershipEvents.MembersAdded>("membership.member.add"),
    /** Members were removed from an organization, folder or project. */
    membersRemoved: recorder.event<membershipEvents.MembersRemoved>("membership.member.remove"),
    /** A custom role was created. */
    roleCreated: recorder.event<membershipEvents.RoleCreated>("membership.role.create"),
    /** A custom role was changed. */
    roleUpdated: recorder.event<membershipEvents.RoleUpdated>("membership.role.update"),
    /** A custom role was deleted. */
    roleDeleted: recorder.event<membershipEvents.RoleDeleted>("membership.role.delete"),
  },
});
