// What Acme GmbH runs: clusters, servers, databases, buckets, keys. Ids are fixed, so that links to it stay valid.
import { BACKUPS, CATALOG, CHECKOUT, CHECKOUT_API, ERP, OBSERVABILITY, SANDBOX, type Project } from "./cast.ts";
import { uuid } from "./digits.ts";

export interface Thing {
  id: string;
  name: string;
  project: Project;
  /** Of its API. */
  path: string;
}

export const eu01 = (project: Project, version = "v2"): string => `/${version}/projects/${project.id}/regions/eu01`;

const named = (name: string, project: Project, kind: string): Thing => ({
  id: name,
  name,
  project,
  path: `${eu01(project)}/${kind}/${name}`,
});
const thing = (name: string, project: Project, kind: string, version = "v2"): Thing => {
  const id = uuid(`${kind} ${name}`);
  return { id, name, project, path: `${eu01(project, version)}/${kind}/${id}` };
};

export const SHOP_PROD = named("shop-prod", CHECKOUT, "clusters");
export const SHOP_DEV = named("shop-dev", CATALOG, "clusters");
export const MONITORING = named("monitoring", OBSERVABILITY, "clusters");

export const FRONTEND = named("shop-frontend", CHECKOUT, "load-balancers");
export const GRAFANA = named("grafana-entry", OBSERVABILITY, "load-balancers");

export const JUMP_HOST = thing("jump-host", OBSERVABILITY, "servers");
export const SEARCH_1 = thing("search-1", CATALOG, "servers");
export const SEARCH_2 = thing("search-2", CATALOG, "servers");
export const CATALOG_NET = thing("catalog-net", CATALOG, "networks");
export const DEBIAN = thing("debian-13", CATALOG, "images");

export const SEARCH_DATA = thing("search-data", CATALOG, "volumes");
export const WIKI_DATA = thing("wiki-data", OBSERVABILITY, "volumes");
export const IMPORT_SCRATCH = thing("import-scratch", ERP, "volumes");

export const ORDERS_DB = thing("orders-db", CHECKOUT, "instances", "v3");
export const REFUNDS_DB = thing("refunds-db", CHECKOUT, "instances", "v3");
export const CATALOG_DB = thing("catalog-db", CATALOG, "instances");
export const CONTENT_DB = thing("content-db", CATALOG, "instances");
export const ERP_MSSQL = thing("erp-mssql", ERP, "instances", "v3");
export const SESSION_CACHE = thing("session-cache", CHECKOUT, "instances");
export const CATALOG_CACHE = thing("catalog-cache", CATALOG, "instances");

/** Buckets have two interfaces: the API to create them, S3 for everything else. */
export const bucket = (name: string, project: Project): Thing => ({ id: name, name, project, path: `/${name}` });
export const IMAGES = bucket("acme-shop-images", CATALOG);
export const INVOICES = bucket("acme-shop-invoices", CHECKOUT);
export const ORDERS_EXPORT = bucket("acme-orders-export", CHECKOUT);
export const LOGS = bucket("acme-shop-logs", OBSERVABILITY);

/** Who uses an access key is known by its group only. */
export interface CredentialsGroup {
  id: string;
  accessKeyId: string;
  address: string;
  agent: string;
}
const group = (name: string, address: string): CredentialsGroup => ({
  id: uuid(`group ${name}`),
  accessKeyId: uuid(`access key ${name}`),
  address,
  agent: "aws-sdk-go-v2/1.39.2",
});
export const CHECKOUT_BACKEND = group("checkout-backend", "192.0.2.112");
export const IMAGE_RESIZER = group("image-resizer", "192.0.2.117");
export const LOG_SHIPPER = group("log-shipper", "192.0.2.91");

export interface Zone extends Thing {
  zoneId: string;
  zoneName: string;
}
const zone = (name: string, title: string, project: Project): Zone => {
  const id = uuid(`zone ${name}`);
  return { id, name: title, project, path: `/v1/projects/${project.id}/zones/${id}`, zoneId: id, zoneName: name };
};
export const SHOP_ZONE = zone("shop.acme.example", "Shop", CHECKOUT);
export const CAMPAIGN_ZONE = zone("winter-sale.acme.example", "Winter sale", SANDBOX);
export const CORP_ZONE = zone("corp.acme.example", "Corporate", OBSERVABILITY);

const keyRing = thing("checkout", CHECKOUT, "keyrings", "v1");
const key = (name: string): Thing => {
  const id = uuid(`key ${name}`);
  return { id, name, project: CHECKOUT, path: `${keyRing.path}/keys/${id}` };
};
export const KEY_RING = keyRing;
export const ORDERS_KEY = key("orders-aes");
export const INVOICE_KEY = key("invoice-signing");
export const OLD_KEY = key("gift-cards-aes");
export const ordersKek = (keyVersion: number) => ({
  keyRingId: keyRing.id,
  keyId: ORDERS_KEY.id,
  keyVersion,
  serviceAccountEmail: CHECKOUT_API.email,
});

export interface Vault extends Thing {
  /** Where its secrets are read and written. */
  data: string;
}
const vault = (name: string, project: Project): Vault => {
  const id = uuid(`secrets ${name}`);
  return { id, name, project, path: `/v1/projects/${project.id}/instances/${id}`, data: `/v1/${id}/data` };
};
export const CHECKOUT_SECRETS = vault("checkout-secrets", CHECKOUT);
export const CATALOG_SECRETS = vault("catalog-secrets", CATALOG);

export const BILLING_ACCOUNT = {
  id: "66893443-1d70-4518-9da2-771c2b98794a",
  name: "Acme GmbH",
  path: "/v1/billing-accounts/66893443-1d70-4518-9da2-771c2b98794a",
};

export const NIGHTLY = { job: "nightly", runner: BACKUPS.email };
