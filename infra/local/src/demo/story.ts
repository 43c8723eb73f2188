// The story: how Acme GmbH came to the cloud (some ten events over 90 days) and a day of it (some hundred events).
import { DAY_MS } from "@audit-log/schemas";
import { background } from "./chapters/background.ts";
import { billing } from "./chapters/billing.ts";
import { building } from "./chapters/building.ts";
import { expiry } from "./chapters/expiry.ts";
import { founding } from "./chapters/founding.ts";
import { housekeeping } from "./chapters/housekeeping.ts";
import { incidentOnCall } from "./chapters/incident-on-call.ts";
import { incidentOnPlatform } from "./chapters/incident-platform.ts";
import { incidentRestores } from "./chapters/incident-restores.ts";
import { intrusion } from "./chapters/intrusion.ts";
import { maintenanceOfDatabases } from "./chapters/maintenance-databases.ts";
import { maintenanceOfPlatform } from "./chapters/maintenance-platform.ts";
import { nightlyBackups } from "./chapters/nightly-backups.ts";
import { people } from "./chapters/people.ts";
import { projectsComeAndGo } from "./chapters/projects.ts";
import { releaseBucketSettings } from "./chapters/release-bucket-settings.ts";
import { releaseBuckets } from "./chapters/release-buckets.ts";
import { releaseClusters } from "./chapters/release-clusters.ts";
import { releaseCredentials } from "./chapters/release-credentials.ts";
import { releaseDatabases } from "./chapters/release-databases.ts";
import { releaseEdge } from "./chapters/release-edge.ts";
import { releaseKeys } from "./chapters/release-keys.ts";
import { releaseNames } from "./chapters/release-names.ts";
import { releaseServers } from "./chapters/release-servers.ts";
import { roles } from "./chapters/roles.ts";
import { MINUTE_MS, type Clock, type StoryEvent } from "./telling.ts";

/** The day begins a little less than 24 hours before it is told, and ends a little before. */
const BEGINS_MINUTES = 10;
export const LAST_MINUTE = 24 * 60 - BEGINS_MINUTES - 2;

/** Oldest first. `now`: milliseconds UTC, the end of the story's day. */
export function story(now: number): StoryEvent[] {
  const at: Clock = (minute) => now - DAY_MS + (minute + BEGINS_MINUTES) * MINUTE_MS;
  const chapters = [
    nightlyBackups,
    maintenanceOfDatabases,
    maintenanceOfPlatform,
    expiry,
    people,
    roles,
    releaseDatabases,
    releaseCredentials,
    releaseKeys,
    releaseClusters,
    releaseServers,
    releaseEdge,
    releaseNames,
    releaseBuckets,
    releaseBucketSettings,
    billing,
    incidentOnPlatform,
    incidentOnCall,
    incidentRestores,
    projectsComeAndGo,
    housekeeping,
    intrusion,
  ];
  const day = [...chapters.flatMap((chapter) => chapter(at)), ...background(at, LAST_MINUTE)];
  return [...founding(now), ...building(now), ...day].toSorted((a, b) => a.at - b.at);
}
