-- Weeks of audit.events that are one merged part. There each event lies once, so that counting needs no FINAL, which reads no projection.
-- Tells nothing of any entry. It wants a day as all other views want something, so that whoever reads them is granted none that is a table to merge().
CREATE VIEW IF NOT EXISTS settled_weeks
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT partition AS week, any(name) AS part
FROM system.parts
WHERE database = currentDatabase() AND table = 'events' AND active AND toDate(partition) >= {since:Date}
GROUP BY partition
HAVING count() = 1 AND min(level) > 0;
