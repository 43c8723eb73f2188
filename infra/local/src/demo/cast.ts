// Who is in the demo's story, and where it takes place. Ids are fixed, so that links to it stay valid.

export const ORGANIZATION = {
  id: "0f6c2b1e-3a49-4c85-9d0e-5b7a1c2d3e4f",
  containerId: "acme-gmbh-1a2b3c",
  name: "Acme GmbH",
};

export interface Folder {
  id: string;
  containerId: string;
  name: string;
}

export interface Project extends Folder {
  folder: Folder;
}

export const SHOP: Folder = { id: "5d1f0a7c-88b2-4e1b-a3c6-6f2e9b4d7a10", containerId: "shop-4d5e6f", name: "Shop" };
export const PLATFORM: Folder = {
  id: "7a2e4c90-5f13-4b7d-b8e1-2c3d4e5f6a70",
  containerId: "platform-9c8b7a",
  name: "Platform",
};

export const CHECKOUT: Project = {
  id: "b2f4c6d8-1e3a-4b5c-8d7e-9f0a1b2c3d4e",
  containerId: "checkout-7a8b9c",
  name: "Checkout",
  folder: SHOP,
};
export const CATALOG: Project = {
  id: "c3a5d7e9-2f4b-4c6d-9e8f-0a1b2c3d4e5f",
  containerId: "catalog-1b2c3d",
  name: "Catalog",
  folder: SHOP,
};
export const OBSERVABILITY: Project = {
  id: "d4b6e8fa-305c-4d7e-af90-1b2c3d4e5f60",
  containerId: "observability-2c3d4e",
  name: "Observability",
  folder: PLATFORM,
};
export const SANDBOX: Project = {
  id: "e5c7f90b-416d-4e8f-b0a1-2c3d4e5f6071",
  containerId: "sandbox-3d4e5f",
  name: "Sandbox",
  folder: PLATFORM,
};

export const ERP: Project = {
  id: "2a0b3d4f-85a1-4c2d-b4e5-60718293a4b5",
  containerId: "erp-6a7b8c",
  name: "ERP",
  folder: PLATFORM,
};
/** Created in the course of the story's day. */
export const LOYALTY: Project = {
  id: "07e91b2d-638f-4a0b-92c3-4e5f60718293",
  containerId: "loyalty-4e5f6a",
  name: "Loyalty",
  folder: SHOP,
};
/** Deleted a week ago; the end of its grace period is in the story's day. */
export const PILOT: Project = {
  id: "18fa2c3e-7490-4b1c-a3d4-5f60718293a4",
  containerId: "pilot-5f6a7b",
  name: "Pilot",
  folder: SHOP,
};

export const FOLDERS = [SHOP, PLATFORM];
/** The projects that were there from the beginning. */
export const FOUNDED_PROJECTS = [CHECKOUT, CATALOG, OBSERVABILITY, SANDBOX, ERP, PILOT];
export const PROJECTS = [...FOUNDED_PROJECTS, LOYALTY];

export interface Person {
  id: string;
  email: string;
  address: string;
  agent: string;
}

const PORTAL =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const COMMAND_LINE = "stackit-cli/0.51.0 (linux; amd64)";
const TERRAFORM = "Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-stackit/0.70.0";

export const ANNA: Person = {
  id: "8c1de0b4-6f3b-4a86-9a52-0f2f4f1c7d11",
  email: "anna.schmidt@acme.example",
  address: "198.51.100.23",
  agent: PORTAL,
};
export const BEN: Person = {
  id: "9d2ef1c5-704c-4b97-8b63-1a3a5a2d8e22",
  email: "ben.weber@acme.example",
  address: "198.51.100.41",
  agent: COMMAND_LINE,
};
export const CHIARA: Person = {
  id: "ae30a2d6-815d-4ca8-9c74-2b4b6b3e9f33",
  email: "chiara.rossi@acme.example",
  address: "2001:db8:42::17",
  agent: PORTAL,
};
export const DAVID: Person = {
  id: "bf41b3e7-926e-4db9-ad85-3c5c7c4fa044",
  email: "david.okafor@acme.example",
  address: "203.0.113.99",
  agent: COMMAND_LINE,
};
export const GRETA: Person = {
  id: "c052c4f8-a37f-4eca-be96-4d6d8d50b155",
  email: "greta.lindqvist@acme.example",
  address: "198.51.100.57",
  agent: PORTAL,
};
export const LUKAS: Person = {
  id: "d163d509-b480-4fdb-8fa7-5e7e9e61c266",
  email: "lukas.brandt@acme.example",
  address: "198.51.100.72",
  agent: COMMAND_LINE,
};
export const PRIYA: Person = {
  id: "e274e61a-c591-4aec-90b8-6f8faf72d377",
  email: "priya.nair@acme.example",
  address: "2001:db8:42::2c",
  agent: PORTAL,
};
export const MEHMET: Person = {
  id: "f385f72b-d6a2-4bfd-a1c9-708ab083e488",
  email: "mehmet.yilmaz@acme.example",
  address: "203.0.113.18",
  agent: COMMAND_LINE,
};
export const HUGO: Person = {
  id: "0496083c-e7b3-4c0e-b2da-819bc194f599",
  email: "hugo.moreau@acme.example",
  address: "198.51.100.88",
  agent: PORTAL,
};

export interface Robot extends Person {
  project: Project;
  keyId: string;
}

export const DEPLOYER: Robot = {
  id: "3e9a7b52-44c1-4d2f-8a0b-c1d2e3f4a5b6",
  email: "ci-deployer-x7k2p@sa.stackit.cloud",
  address: "192.0.2.80",
  agent: TERRAFORM,
  project: CHECKOUT,
  keyId: "5a0e9d7c-0c1b-4d2e-9f3a-7b8c9d0e1f2a",
};
export const METRICS: Robot = {
  id: "4fab8c63-55d2-4e30-9b1c-d2e3f4a5b6c7",
  email: "metrics-q1w9z@sa.stackit.cloud",
  address: "192.0.2.91",
  agent: "metrics-agent/3.4.1",
  project: OBSERVABILITY,
  keyId: "6b1fae8d-1d2c-4e3f-a04b-8c9d0e1f2a3b",
};
export const CHECKOUT_API: Robot = {
  id: "50bc9d74-66e3-4f41-8c2d-e3f4a5b6c7d8",
  email: "checkout-api-p3v9w@sa.stackit.cloud",
  address: "192.0.2.112",
  agent: "stackit-sdk-go/1.5.0",
  project: CHECKOUT,
  keyId: "7c20bf9e-2e3d-404f-815c-9d0e1f2a3b4c",
};
export const CATALOG_API: Robot = {
  id: "61cdae85-77f4-4052-9d3e-f4a5b6c7d8e9",
  email: "catalog-api-t5r8k@sa.stackit.cloud",
  address: "192.0.2.117",
  agent: "stackit-sdk-java/0.21.0",
  project: CATALOG,
  keyId: "8d31c0af-3f4e-4150-926d-0e1f2a3b4c5d",
};
export const BACKUPS: Robot = {
  id: "72debf96-8805-4163-ae4f-05b6c7d8e9fa",
  email: "backup-runner-q4m8z@sa.stackit.cloud",
  address: "192.0.2.130",
  agent: "stackit-sdk-python/0.9.2",
  project: OBSERVABILITY,
  keyId: "9e42d1b0-405f-4261-a37e-1f2a3b4c5d6e",
};

/** The other customer: it has a valid token and sees nothing of Acme. */
export const OTHER_ORGANIZATION_ID = "f6d80a1c-527e-4f90-81b2-3d4e5f607182";
