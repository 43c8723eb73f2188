// Coverage at a glance: one line per service.
import { placedEvents, type Covered } from "./coverage.ts";

const COLUMNS = ["service", "operations", "events", "access", "system", "denied", "examples"] as const;

export function coverageTable({ contract, examples }: Pick<Covered, "contract" | "examples">): string {
  const shown = new Set(examples.map(({ written }) => written.eventName));
  const events = placedEvents(contract);
  const rowOf = (name: string, own: typeof events): string[] => {
    const count = (counts: (one: (typeof events)[number]) => boolean) => String(own.filter(counts).length);
    return [
      name,
      String(new Set(own.flatMap(({ event }) => event.operations)).size),
      String(own.length),
      count(({ event }) => event.category === "ACCESS"),
      count(({ event }) => event.eventType === "SYSTEM_EVENT"),
      count(({ event }) => event.eventType === "POLICY_DENIED"),
      count(({ event }) => shown.has(event.eventName)),
    ];
  };
  const services = contract.domains.flatMap((domain) =>
    domain.services.map(({ name }) =>
      rowOf(
        `${domain.name}/${name}`,
        events.filter((one) => one.domain === domain.name && one.service === name),
      ),
    ),
  );
  return aligned([[...COLUMNS], ...services, rowOf("all", events)]);
}

function aligned(rows: string[][]): string {
  const widths = COLUMNS.map((_name, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => line(row).join("  ")).join("\n");
}
