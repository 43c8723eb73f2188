import { createRecorder, createMemorySender, project, user } from "@audit-log/producer-core";
import { membership } from "@audit-log/membership";
import { compileType, domainSchemas } from "@audit-log/schemas";
const sender = createMemorySender({ topics: ["audit.membership"] });
await using recorder = await createRecorder({ kafka: { brokers: [], tls: false }, registry: { url: "" }, prefix: "audit", region: "eu01" }, { sender, registry: { idOf: async () => 7 }, onProblem: console.log });
const m = membership(recorder).membership;
const d = m.membersAdded({ scope: project("p1"), initiator: user("u1", "a@b.c"), resource: { id: "p1" }, details: { members: [{ subject: "x@y.z", role: "owner" }] },
  request: { endpoint: "/v2/x?token=abc", headers: { authorization: "Bearer abcdefghijkl", accept: "a" }, body: { password: "x", note: "postgres://u:p@h/db", list: [1, 2, { apiKey: "y" }] } } });
console.log(d.id, await d.delivered);
const bad = m.membersAdded({ scope: project(""), initiator: user("u1"), resource: { id: "p1" }, details: { members: [] } });
console.log(await bad.delivered);
const bad2 = m.membersAdded({ scope: project("a"), initiator: user("u1"), resource: { id: "p1" }, details: { members: [{subject: 4}] } } as never);
console.log(await bad2.delivered);
await recorder.flush(); console.log(recorder.counts);
const v = sender.stored("audit.membership")[0]!.value;
console.log(JSON.stringify(compileType(domainSchemas.membership!).fromBuffer(v.subarray(5)), null, 1));
