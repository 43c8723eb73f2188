// User agents and the kind a person would give them, first those of every example of the contract; and text that means no good.
import { CLIENT_KINDS } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import fc from "fast-check";
import { expect, it } from "vitest";
import { clientKindOf } from "./client-kind.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

it.each([
  // CLI
  ["stackit-cli/0.51.0 (linux; amd64)", "CLI"],
  ["STACKIT CLI/0.51.0", "OTHER"],
  ["aws-cli/2.31.18 md/awscrt#0.28.2 os/linux#6.8 lang/python#3.13.7", "CLI"],
  ["curl/8.17.0", "CLI"],
  ["Wget/1.21.4", "CLI"],
  ["HTTPie/3.2.4", "CLI"],
  ["kubectl/v1.33.4 (linux/amd64) kubernetes/74cdb42", "CLI"],
  ["MinIO (linux; amd64) minio-go/v7.0.90 mc/RELEASE.2026-04-16T18-13-26Z", "CLI"],
  ["Mozilla/5.0 (Windows NT; Windows NT 10.0; de-DE) WindowsPowerShell/5.1.22621.4391", "CLI"],
  // TERRAFORM
  ["Terraform/1.9.8 terraform-provider-stackit/0.70.0", "TERRAFORM"],
  ["stackit-terraform-provider/0.70.0", "TERRAFORM"],
  ["OpenTofu/1.10.6 (+https://opentofu.org) terraform-provider-stackit/0.70.0", "TERRAFORM"],
  ["pulumi-terraform-bridge/v3.114.0", "TERRAFORM"],
  [
    "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/6.2.0 aws-sdk-go-v2/1.39.2",
    "TERRAFORM",
  ],
  // SDK
  ["stackit-sdk-go/kms", "SDK"],
  ["stackit-sdk-java/0.21.0", "SDK"],
  ["stackit-sdk-python/secretsmanager 0.4.1", "SDK"],
  ["aws-sdk-go-v2/1.39.2", "SDK"],
  ["Boto3/1.40.61 md/Botocore#1.40.61 os/linux#6.8 lang/python#3.12.3", "SDK"],
  ["python-requests/2.32.3", "SDK"],
  ["Python-urllib/3.12", "SDK"],
  ["Python/3.12 aiohttp/3.12.15", "SDK"],
  ["okhttp/4.12.0", "SDK"],
  ["Go-http-client/2.0", "SDK"],
  ["axios/1.12.2", "SDK"],
  ["node", "SDK"],
  ["spring-vault/3.2.0 Java/21.0.5", "SDK"],
  ["Java-http-client/21.0.5", "SDK"],
  ["Apache-HttpClient/5.4.1 (Java/21.0.5)", "SDK"],
  ["Vert.x-WebClient/4.5.14", "SDK"],
  ["CheckoutService/7.1 okhttp/4.12.0", "SDK"],
  // BROWSER and PORTAL
  [FIREFOX, "BROWSER"],
  [CHROME, "BROWSER"],
  [`${CHROME} Edg/142.0.0.0`, "BROWSER"],
  ["Mozilla/5.0 (Linux; Android 9; CUBOT P30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0", "BROWSER"],
  ["Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)", "BROWSER"],
  [`${CHROME} stackit-portal/2026.11`, "PORTAL"],
  ["Portal/3.1", "PORTAL"],
  ["Mozilla/5.0 (stackit-portal/1.0)", "BROWSER"],
  // OTHER
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "OTHER"],
  [
    "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1)",
    "OTHER",
  ],
  ["metrics-agent/3.4.1", "OTHER"],
  ["PostmanRuntime/7.36.0", "OTHER"],
  ["x/curl", "OTHER"],
  ["((((", ""],
  ["", ""],
  ["  \t ", ""],
] as const)("%s is %s", (userAgent, kind) => {
  expect(clientKindOf(userAgent)).toBe(kind);
});

it("gives every user agent of the examples the kind that its first word says", () => {
  const kinds: [RegExp, string][] = [
    [/^(stackit-cli|aws-cli|curl)\//, "CLI"],
    [/^Terraform\//, "TERRAFORM"],
    [/^(stackit-sdk-|Boto3\/|spring-vault\/)/, "SDK"],
    [/^stackit-portal\//, "PORTAL"],
    [/^Mozilla\//, "BROWSER"],
    [/^$/, ""],
  ];
  const agents = new Set(readExamples().map(({ event }) => event.userAgent ?? ""));
  expect(agents.size).toBeGreaterThan(20);
  for (const agent of agents) {
    const [, kind] = kinds.find(([pattern]) => pattern.test(agent)) ?? [];
    expect([agent, clientKindOf(agent)]).toEqual([agent, kind]);
  }
});

it("answers any text with a word of the contract", () => {
  const words = new Set<string>(["", ...CLIENT_KINDS]);
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("(", ")", "/", " ", "bot") }),
  );
  fc.assert(fc.property(hostile, (text) => words.has(clientKindOf(text))));
});

it.each(["(", ")", "a", "/", " ", "a/", "a ", "bot ", "-sdk", "\u{10ffff}", "\0", "((a))/"])(
  "looks at no more than the beginning of 256 KiB of %j",
  (piece) => {
    const long = piece.repeat(Math.ceil((256 * 1024) / piece.length));
    // Work is bounded by the length that is looked at: what stands behind it changes nothing.
    expect(clientKindOf(`${long} curl/8`)).toBe(clientKindOf(long.slice(0, 2_048)));
    // CPU of this thread, whatever else the machine does; to look at all of it would take a hundred times as long.
    const started = process.threadCpuUsage();
    for (let turn = 0; turn < 10; turn++) clientKindOf(long);
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 10_000).toBeLessThan(5);
  },
);
