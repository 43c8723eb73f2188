-- What the worker finds out about an event (schemas/src/enrichment.ts). '' in rows that were stored before.
ALTER TABLE events
    ADD COLUMN network_class    LowCardinality(String) COMMENT 'Where the address lives: PUBLIC, PRIVATE, LOOPBACK, LINK_LOCAL, RESERVED' AFTER source_ip_address,
    ADD COLUMN country          LowCardinality(String) COMMENT 'Country of the address, ISO 3166-1 alpha-2, where the operator supplies a database' AFTER network_class,
    ADD COLUMN network_operator LowCardinality(String) COMMENT 'Who runs the address''s network, where the operator supplies a database' AFTER country,
    ADD COLUMN client_kind      LowCardinality(String) COMMENT 'Kind of program: PORTAL, BROWSER, CLI, TERRAFORM, SDK, OTHER' AFTER user_agent;
