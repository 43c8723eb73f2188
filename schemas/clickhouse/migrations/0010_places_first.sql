-- Where the scopes of a block are, the worker says before it inserts the block (consumers/src/transcode/new-places.ts). A view said it after the
-- block: where ClickHouse died between the two, readers from above did not find what was stored until it was looked for (infra/decisions/0021-counting-entries.md). What workers
-- of before still insert, the surveyor's look for what was missed finds.
DROP TABLE IF EXISTS scope_places_of_inserts;
