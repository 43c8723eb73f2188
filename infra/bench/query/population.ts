// Who has events: organizations of very different sizes, with folders, projects, people and addresses that follow from their numbers.

export interface Organization {
  /** 0 is the largest. */
  readonly rank: number;
  /** Of all events, 0 to 1. */
  readonly share: number;
  readonly projects: number;
  readonly people: number;
  /** Projects of the organizations before it. */
  readonly firstProject: number;
}

const ORGANIZATIONS = 2_000;
/** Of the largest: 20 million events of 100. */
const LARGEST_SHARE = 0.2;
const MOST_PROJECTS = 800;

/** The largest has a fifth; the others share the rest by Zipf's law. */
export function population(): Organization[] {
  const ranks = Array.from({ length: ORGANIZATIONS }, (_, rank) => rank);
  const harmonic = ranks.slice(1).reduce((sum, rank) => sum + 1 / rank, 0);
  let firstProject = 0;
  return ranks.map((rank) => {
    const share = rank === 0 ? LARGEST_SHARE : (1 - LARGEST_SHARE) / harmonic / rank;
    const projects = bounded(Math.round(2_000 * Math.sqrt(share)), 1, MOST_PROJECTS);
    const organization = { rank, share, projects, people: bounded(projects * 3, 5, 2_000), firstProject };
    firstProject += projects;
    return organization;
  });
}

const bounded = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
