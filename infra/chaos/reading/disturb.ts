// What is done to the product while it is written and read: the worker and the query service die and come back, and projects are created.
import type { Pipeline } from "../../local/src/pipeline/start-pipeline.ts";
import type { Random } from "../random.ts";
import { until } from "../worker/until.ts";
import type { Questions } from "./question.ts";
import { settledUntil } from "./readers/feed-page.ts";
import { insist, PATIENCE_MS } from "./readers/insist.ts";
import type { Reader } from "./readers/reader.ts";
import type { Tenants } from "./tenants.ts";
import type { Writer } from "./writer.ts";

export interface Surroundings {
  readonly pipeline: Pick<Pipeline, "api" | "worker">;
  readonly writer: Writer;
  readonly tenants: Tenants;
  readonly reader: Pick<Reader, "clients" | "memory">;
  readonly random: Random;
  readonly questions: Pick<Questions, "organization" | "project">;
  readonly log: (line: string) => void;
}

type Disturbance = (surroundings: Surroundings) => Promise<void>;

/** On a busy machine it may be ready later than a program's own bound: whoever needs it waits. */
async function startAgain(program: Pipeline["worker"]): Promise<void> {
  await program.restart().catch((cause: unknown) => {
    if (program.current.hasExited()) throw cause;
  });
}

/** SIGKILL, and another that takes over when the group has given the dead one up. */
const killWorker: Disturbance = async ({ pipeline: { worker }, reader, questions: { project } }) => {
  worker.current.kill();
  await worker.current.exited();
  const killedAt = Date.now();
  await startAgain(worker);
  await until(
    "a new worker has settled something",
    async () => (await settledUntil(reader, project)) > killedAt,
    PATIENCE_MS,
  );
};

const restartService: Disturbance = async ({ pipeline: { api } }) => {
  await api.current.stop();
  await startAgain(api);
};

const killService: Disturbance = async ({ pipeline: { api } }) => {
  api.current.kill();
  await api.current.exited();
  await startAgain(api);
};

/**
 * A project whose first events come with it, before anybody has told where it lies. It is seen from above before anything else is done: where
 * the surveyor is away for longer than a feed from above waits, its first events may be passed by (decision 19).
 */
const createProject: Disturbance = async ({ tenants, writer, reader, questions }) => {
  const place = tenants.add("project", tenants.folder);
  writer.create(place);
  for (let events = 0; events < 5; events++) writer.happen(place);
  await writer.flush();
  const { scope } = questions.organization;
  const asked = { scope, includeDescendants: true, filter: `scope.id=${place.scope.id}`, limit: 1 };
  const isSeen = async () => (await insist(reader.memory, () => reader.clients.auditor.page(asked))).items.length > 0;
  await until("a new project is seen from above", isSeen, PATIENCE_MS);
};

const DISTURBANCES = { killWorker, restartService, killService, createProject };
export type DisturbanceName = keyof typeof DISTURBANCES;
/** How often what was done. */
export type Disturbances = Partial<Record<DisturbanceName, number>>;

/** One after the other: the first ones as they are listed, each of them, then at random until it is over. */
export async function disturb(
  surroundings: Surroundings,
  first: readonly DisturbanceName[],
  eventsBetween: number,
  over: AbortSignal,
): Promise<Disturbances> {
  const { writer, random } = surroundings;
  const done: Disturbances = {};
  const rest = [...first];
  for (;;) {
    await writer.more(random.between(Math.ceil(eventsBetween / 2), eventsBetween), over);
    if (over.aborted && rest.length === 0) return done;
    const name =
      rest.shift() ?? random.pick(["killWorker", "killWorker", "killWorker", "createProject", "killService"]);
    surroundings.log(name);
    await DISTURBANCES[name](surroundings);
    surroundings.log(`${name}: well again`);
    done[name] = (done[name] ?? 0) + 1;
  }
}
