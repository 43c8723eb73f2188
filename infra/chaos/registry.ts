// A stand-in for the registry: knows every schema, and can be away. The faults here are those of the broker, the disk and the process.
import { type AwayServer, awayServer } from "./away-server.ts";

/** Ids as a registry gives them: small and always the same for a subject of a run. */
export function standInRegistry(): Promise<AwayServer> {
  const ids = new Map<string, number>();
  return awayServer((request, response) => {
    const subject = request.url ?? "";
    const id = ids.get(subject) ?? ids.size + 1;
    ids.set(subject, id);
    request.resume();
    response.setHeader("content-type", "application/vnd.schemaregistry.v1+json").end(JSON.stringify({ id }));
  });
}
