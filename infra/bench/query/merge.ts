// Merging, as a server does by itself with weeks that are over.

/** Each week of a table becomes one part, two weeks at a time. The newest too: what was copied has no skip indexes before. */
export async function mergeWeeks(sql: (query: string) => Promise<string>, table: string): Promise<void> {
  const weeks = await sql(
    `SELECT DISTINCT partition FROM system.parts WHERE database = currentDatabase() AND table = '${table}' AND active ORDER BY partition`,
  );
  await twoAtATime(weeks.split("\n"), async (week) => {
    await sql(`OPTIMIZE TABLE ${table} PARTITION '${week}' FINAL`);
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
