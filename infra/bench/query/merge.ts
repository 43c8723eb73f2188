// Merging, as a server does by itself with weeks that are over.

/** Each week of a table becomes one part, two weeks at a time. The newest too: what was copied has no skip indexes before. */
export async function mergeWeeks(
  sql: (query: string) => Promise<string>,
  table: string,
  log: (line: string) => void,
): Promise<void> {
  const weeks =
    await sql(`SELECT partition FROM system.parts WHERE database = currentDatabase() AND table = '${table}' AND active
    GROUP BY partition HAVING count() > 1 ORDER BY partition`);
  await twoAtATime(weeks.split("\n").filter(Boolean), async (week) => {
    await sql(`OPTIMIZE TABLE ${table} PARTITION '${week}' FINAL`);
    log(`${table}: the week of ${week} is one part`);
  });
}

/** A statement that writes keeps one core. */
export async function twoAtATime<T>(all: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const one = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all([one(), one()]);
}
