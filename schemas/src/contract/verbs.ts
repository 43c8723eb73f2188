// The words that an event's name may end in; schemas/avro/README.md says what each means. A new one is a line here and a line there.
import type { DetailRecord } from "../avro-schema.ts";

/** What people and service accounts do. Where the platform does it by itself, the name ends in auto-<verb>. */
export const VERBS: ReadonlySet<string> = new Set(
  [
    // A thing of its own.
    ["create", "update", "delete", "restore", "clone", "capture", "move", "close"],
    // What is put together and stays two things.
    ["add", "remove", "attach", "detach", "invite", "join"],
    // What runs.
    ["start", "stop", "restart", "deallocate", "rescue", "unrescue", "hibernate", "wake-up", "recreate", "replace"],
    ["resize", "scale", "upgrade", "maintain", "reconcile", "complete", "transfer"],
    // What may be used.
    ["enable", "disable", "lock", "unlock", "rotate", "reset", "destroy", "issue", "revoke"],
    // What is protected and was used.
    ["read", "search", "write", "open", "use", "import", "export", "download", "encrypt", "decrypt", "sign", "verify"],
    ["sign-in", "sign-out"],
  ].flat(),
);

/** What only the platform does. */
export const PLATFORM_VERBS: ReadonlySet<string> = new Set([
  "end",
  "expire",
  "failover",
  "release",
  "collect",
  "reach",
]);

/** An explicit refusal. A call that was refused is the call's own event with the outcome DENIED. */
export const DENIAL_VERB = "deny";

const AUTO = "auto-";

export const verbOf = (eventName: string): string => eventName.slice(eventName.lastIndexOf(".") + 1);

export const isAutomatic = (verb: string): boolean => verb.startsWith(AUTO);

/** The type of events that end in the verb; undefined where it is none of the contract's. */
export function eventTypeOfVerb(verb: string): DetailRecord["eventType"] | undefined {
  if (verb === DENIAL_VERB) return "POLICY_DENIED";
  if (PLATFORM_VERBS.has(verb)) return "SYSTEM_EVENT";
  if (isAutomatic(verb)) return VERBS.has(verb.slice(AUTO.length)) ? "SYSTEM_EVENT" : undefined;
  return VERBS.has(verb) ? "ADMIN_ACTIVITY" : undefined;
}
