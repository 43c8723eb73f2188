// Appends to the spool in argv[2], beginning with number argv[3], until it is killed. A line per append that resolved: the next number.
import { writeSync } from "node:fs";
import { openSpool } from "../spool.ts";
import { entry, SCHEMA, TOPIC } from "./entries.ts";

const [folder = "", first = "0"] = process.argv.slice(2);
const silent = (): void => undefined;
const reports = { onTorn: silent, onDamaged: silent, onExpired: silent, onFault: silent };
const spool = await openSpool(folder, { reports, now: () => 1_000, segmentBytes: 4 * 1024 * 1024 });
const fingerprint = await spool.schemas.putSchema(SCHEMA);
const topic = await spool.topic(TOPIC);
writeSync(1, "open\n");
for (let next = Number(first); ;) {
  const count = 1 + ((next * 7) % 40);
  const group = Array.from({ length: count }, (_, index) =>
    entry(next + index, { value: Buffer.alloc(100_000, next + index) }),
  );
  await topic.append(group, { fingerprint });
  next += count;
  writeSync(1, `${next}\n`);
}
