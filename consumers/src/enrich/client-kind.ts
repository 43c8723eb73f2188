// Which kind of program a request came from, by the product tokens of its user agent (RFC 9110, section 10.1.5).
// A user agent says whatever its sender likes: this sorts honest ones, it proves nothing.
import type { ClientKind } from "@audit-log/schemas";
import { productsOf } from "./user-agent.ts";

/** A product is one of these, or begins, ends or is made with one of those. All lower case. */
interface Names {
  is?: readonly string[];
  startsWith?: readonly string[];
  endsWith?: readonly string[];
  includes?: readonly string[];
}

/** The platform's own web console, where it says so beside its browser. */
const PORTAL: Names = { is: ["portal"], endsWith: ["-portal"] };

/** Before SDK: a provider names the library that it calls with. */
const TERRAFORM: Names = { includes: ["terraform", "opentofu"], is: ["pulumi"] };

/** What people and scripts type. Before BROWSER: PowerShell begins as a browser does. */
const CLI: Names = {
  endsWith: ["-cli"],
  includes: ["powershell"],
  is: [
    "curl",
    "wget",
    "wget2",
    "httpie",
    "xh",
    "kubectl",
    "helm",
    "mc",
    "rclone",
    "s3cmd",
    "s5cmd",
    "restic",
    "gcloud",
  ],
};

const BROWSER: Names = { is: ["mozilla", "opera"] };

/** A library inside of somebody's program. */
const SDK: Names = {
  startsWith: ["aws-sdk", "azsdk-", "google-api-", "grpc-", "minio-", "okhttp", "python-", "apache-httpclient"],
  includes: ["-sdk", "sdk-", "http-client", "httpclient", "webclient", "boto"],
  is: [
    "aiohttp python openstacksdk keystoneauth1 hvac pycurl libcurl libcurl-agent go-resty fasthttp gophercloud kubernetes",
    "java jersey spring-vault reactornetty feign unirest openapi-generator swagger-codegen cfnetwork dart restsharp",
    "axios node node-fetch undici got superagent deno bun ruby faraday rest-client guzzlehttp php libwww-perl",
    "reqwest hyper ureq",
  ].flatMap((names) => names.split(" ")),
};

/** Words of a program that reads the web by itself, also where it calls itself a browser. */
const ROBOT: Names = { endsWith: ["bot", "crawler", "spider"], is: ["slurp"] };
/** A maker of telephones. */
const NO_ROBOT = "cubot";

/** '' where there is no user agent; OTHER where it is none that is known. */
export function clientKindOf(userAgent: string): ClientKind | "" {
  const { products, words } = productsOf(userAgent);
  if (products.length === 0 && words.length === 0) return "";
  const named = (names: Names): boolean => products.some((product) => isNamed(product, names));
  if (named(PORTAL)) return "PORTAL";
  if (named(TERRAFORM)) return "TERRAFORM";
  if (named(CLI)) return "CLI";
  if (words.some((word) => isNamed(word, ROBOT) && word !== NO_ROBOT)) return "OTHER";
  if (named(BROWSER)) return "BROWSER";
  return named(SDK) ? "SDK" : "OTHER";
}

const isNamed = (name: string, { is, startsWith, endsWith, includes }: Names): boolean =>
  is?.includes(name) === true ||
  startsWith?.some((text) => name.startsWith(text)) === true ||
  endsWith?.some((text) => name.endsWith(text)) === true ||
  includes?.some((text) => name.includes(text)) === true;
