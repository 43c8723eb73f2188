import { createRecorder, createMemorySender, project, user } from "@audit-log/producer-core";
import { membership } from "@audit-log/membership";
const sender = createMemorySender({ topics: ["audit.membership"] });
const recorder = await createRecorder({ kafka: { brokers: [], tls: false }, registry: { url: "" }, prefix: "audit", region: "eu01" }, { sender, registry: { idOf: async () => 7 } });
const m = membership(recorder).membership;
const body = { name: "orders-database", flavor: { id: "4.16", cpu: 4, memory: 16 }, version: "17", replicas: 3, storage: { class: "premium-perf6-stackit", size: 100 },
 acl: { items: ["192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"] }, backupSchedule: "0 2 * * *", labels: { team: "checkout", stage: "production", costCenter: "12345" },
 options: { type: "Replica", maxConnections: 400, adminPassword: "hunter2hunter2" }, users: [{ username: "app", roles: ["login", "createdb"] }, { username: "report", roles: ["login"] }],
 description: "Holds the orders of the shop; owned by the checkout team. ".repeat(6) };
console.log("body bytes", JSON.stringify(body).length);
const headers = { host: "api.example.com", authorization: "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc", "content-type": "application/json", accept: "*/*", "user-agent": "curl/8", traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" };
const times: number[] = [];
for (let round = 0; round < 300; round++) {
  for (let i = 0; i < 100; i++) {
    const t = process.hrtime.bigint();
    m.membersAdded({ scope: project("p-" + (i % 10)), initiator: user("u1", "a@b.c"), resource: { id: "p1", name: "shop" }, details: { members: [{ subject: "x@y.z", role: "owner" }] },
      request: { endpoint: "/v2/projects/123/members?limit=3", method: "PATCH", headers, body }, sourceIpAddress: "1.2.3.4", userAgent: "curl/8" });
    times.push(Number(process.hrtime.bigint() - t));
  }
  await recorder.flush();
}
const tail = times.slice(5000).sort((a, b) => a - b);
console.log("p50 µs", tail[tail.length >> 1]! / 1000, "p99", tail[Math.floor(tail.length * 0.99)]! / 1000, "mean", tail.reduce((a, b) => a + b) / tail.length / 1000);
await recorder.close();
