// The short round: readers of every kind while events are written, the worker is killed and the query service restarted.
import { expect, test } from "vitest";
import { pipelineOfTest } from "../../e2e/pipeline-of-test.ts";
import { MODES } from "./showing.ts";
import { SMALL_CROWD } from "./crowd.ts";
import { PIPELINE, playRound } from "./round.ts";

const seed = Date.now() % 1_000_000;

test(
  "no entry is missing or twice: paging in both orders, by arrival, tailing, exporting",
  { timeout: 180_000 },
  async () => {
    await using running = await pipelineOfTest("reading", PIPELINE);
    const { counts, disturbances, violations } = await playRound({
      ...running,
      seed,
      seconds: 35,
      rate: 40,
      disturbances: ["killWorker", "createProject", "restartService"],
      pause: 5,
      crowd: SMALL_CROWD,
      log: console.log,
    });
    console.log(JSON.stringify({ ...counts, disturbances, seed }));
    expect(violations, `seed ${seed}`).toEqual([]);
    // That nothing was found is worth something only where there was something to find.
    expect(counts).toMatchObject({ missing: 0, twice: 0, foreign: 0 });
    expect(disturbances).toMatchObject({
      killWorker: expect.any(Number),
      restartService: 1,
      createProject: expect.any(Number),
    });
    for (const count of [counts.late, counts.repeated, counts.private, counts.resumed])
      expect(count).toBeGreaterThan(0);
    for (const mode of MODES) expect(counts[mode].entries, mode).toBeGreaterThan(100);
  },
);
