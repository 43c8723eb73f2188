// Generated from the query service's routes by `npm run api:generate`. Do not edit.
export interface paths {
    readonly "/v2/organizations/{organizationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Download audit log entries
         * @description Returns all audit log entries of the organization for the specified period, newest first. Period must not be longer than 24 hours within the last 90 days.
         */
        readonly get: operations["ListOrganizationAuditLogEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/folders/{folderId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Download audit log entries
         * @description Returns all audit log entries of the folder for the specified period, newest first. Period must not be longer than 24 hours within the last 90 days.
         */
        readonly get: operations["ListFolderAuditLogEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/projects/{projectId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Download audit log entries
         * @description Returns all audit log entries of the project for the specified period, newest first. Period must not be longer than 24 hours within the last 90 days.
         */
        readonly get: operations["ListProjectAuditLogEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - List entries
         * @description The entries of the organization's events, filtered and searched. The period may span all of the last 90 days.
         */
        readonly get: operations["ListOrganizationEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - List entries
         * @description The entries of the folder's events, filtered and searched. The period may span all of the last 90 days.
         */
        readonly get: operations["ListFolderEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - List entries
         * @description The entries of the project's events, filtered and searched. The period may span all of the last 90 days.
         */
        readonly get: operations["ListProjectEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/{entryId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Get an entry
         * @description One entry of the organization, or with include-descendants of what is below it. Carries an ETag: ask with If-None-Match.
         */
        readonly get: operations["GetOrganizationEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/{entryId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Get an entry
         * @description One entry of the folder, or with include-descendants of what is below it. Carries an ETag: ask with If-None-Match.
         */
        readonly get: operations["GetFolderEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/{entryId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Get an entry
         * @description One entry of the project, or with include-descendants of what is below it. Carries an ETag: ask with If-None-Match.
         */
        readonly get: operations["GetProjectEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/{entryId}/related": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - List what belongs to an entry
         * @description Entries of the organization that belong to one: of the same request, operation, resource and session. limit counts for each group; a group's filter, start, end and order list it in full.
         */
        readonly get: operations["ListOrganizationRelatedEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/{entryId}/related": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - List what belongs to an entry
         * @description Entries of the folder that belong to one: of the same request, operation, resource and session. limit counts for each group; a group's filter, start, end and order list it in full.
         */
        readonly get: operations["ListFolderRelatedEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/{entryId}/related": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - List what belongs to an entry
         * @description Entries of the project that belong to one: of the same request, operation, resource and session. limit counts for each group; a group's filter, start, end and order list it in full.
         */
        readonly get: operations["ListProjectRelatedEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Count entries
         * @description How many entries the organization has: a histogram by outcome, and the most frequent values.
         */
        readonly get: operations["SummarizeOrganizationEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Count entries
         * @description How many entries the folder has: a histogram by outcome, and the most frequent values.
         */
        readonly get: operations["SummarizeFolderEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Count entries
         * @description How many entries the project has: a histogram by outcome, and the most frequent values.
         */
        readonly get: operations["SummarizeProjectEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/insights": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - List insights
         * @description What the entries of the organization say together: bottlenecks, manual work that could be automated, and what is unusual. Each insight's filter, start and end list exactly the entries that it counts.
         */
        readonly get: operations["ListOrganizationInsights"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/insights": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - List insights
         * @description What the entries of the folder say together: bottlenecks, manual work that could be automated, and what is unusual. Each insight's filter, start and end list exactly the entries that it counts.
         */
        readonly get: operations["ListFolderInsights"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/insights": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - List insights
         * @description What the entries of the project say together: bottlenecks, manual work that could be automated, and what is unusual. Each insight's filter, start and end list exactly the entries that it counts.
         */
        readonly get: operations["ListProjectInsights"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/feed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Entries as they arrive
         * @description The entries of the organization's events in the order in which they were received, without gaps: also what arrives late, and nothing twice. Go on with the cursor of the page before, for ever.
         */
        readonly get: operations["FeedOrganizationEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/feed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Entries as they arrive
         * @description The entries of the folder's events in the order in which they were received, without gaps: also what arrives late, and nothing twice. Go on with the cursor of the page before, for ever.
         */
        readonly get: operations["FeedFolderEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/feed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Entries as they arrive
         * @description The entries of the project's events in the order in which they were received, without gaps: also what arrives late, and nothing twice. Go on with the cursor of the page before, for ever.
         */
        readonly get: operations["FeedProjectEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/freshness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - How fresh the entries are
         * @description Per service, how far behind the newest event is readable.
         */
        readonly get: operations["GetOrganizationFreshness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/freshness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - How fresh the entries are
         * @description Per service, how far behind the newest event is readable.
         */
        readonly get: operations["GetFolderFreshness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/freshness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - How fresh the entries are
         * @description Per service, how far behind the newest event is readable.
         */
        readonly get: operations["GetProjectFreshness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/tail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Follow the entries as they arrive
         * @description The feed of the organization's entries as server-sent events. `entry`: an entry; its id is a cursor of the feed, and goes on after it, also as Last-Event-ID. `settled`: nothing that was received before settledUntil is to come any more; `dropped` is always 0, for a slow reader is read for slowly. `end`: why the stream ends (token-expired, closing, not-granted, unavailable). A comment at least every 15 seconds.
         */
        readonly get: operations["TailOrganizationEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/tail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Follow the entries as they arrive
         * @description The feed of the folder's entries as server-sent events. `entry`: an entry; its id is a cursor of the feed, and goes on after it, also as Last-Event-ID. `settled`: nothing that was received before settledUntil is to come any more; `dropped` is always 0, for a slow reader is read for slowly. `end`: why the stream ends (token-expired, closing, not-granted, unavailable). A comment at least every 15 seconds.
         */
        readonly get: operations["TailFolderEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/tail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Follow the entries as they arrive
         * @description The feed of the project's entries as server-sent events. `entry`: an entry; its id is a cursor of the feed, and goes on after it, also as Last-Event-ID. `settled`: nothing that was received before settledUntil is to come any more; `dropped` is always 0, for a slow reader is read for slowly. `end`: why the stream ends (token-expired, closing, not-granted, unavailable). A comment at least every 15 seconds.
         */
        readonly get: operations["TailProjectEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/organizations/{organizationId}/entries/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Organization - Download entries
         * @description The entries of the organization's events as a file, filtered as a list is, each once. The period may span all of the last 90 days.
         *
         *     - `ndjson`: one entry per line, the same bytes as in a list; the last line is the manifest, `{"manifest": {…}}`.
         *     - `ocsf`: OCSF 1.4, one event of the class API Activity (6003) per line; the last line is the manifest.
         *     - `csv`: RFC 4180, UTF-8 with a byte order mark, a header row. A text that a spreadsheet would take for a formula has a ' before it.
         *     - `parquet`: the stored columns, with the initiators' latest e-mails; in no particular order.
         *
         *     **Order.** One scope: by event time. With include-descendants: week by week (from Monday, UTC), in each scope by scope, in each by event time.
         *
         *     **Whole or broken.** A file is whole where the answer ended regularly; the manifest is also the trailer `x-audit-manifest`. Whatever cannot be finished is broken off: the connection ends without the
         *     last chunk, which every client reports. Where lines are possible a manifest with `complete: false` and a cursor comes before that. To go on: `cursor`, or `after` with the last line that arrived whole.
         *
         *     At most 30 minutes; few at a time (429).
         */
        readonly get: operations["ExportOrganizationEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/folders/{folderId}/entries/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Folder - Download entries
         * @description The entries of the folder's events as a file, filtered as a list is, each once. The period may span all of the last 90 days.
         *
         *     - `ndjson`: one entry per line, the same bytes as in a list; the last line is the manifest, `{"manifest": {…}}`.
         *     - `ocsf`: OCSF 1.4, one event of the class API Activity (6003) per line; the last line is the manifest.
         *     - `csv`: RFC 4180, UTF-8 with a byte order mark, a header row. A text that a spreadsheet would take for a formula has a ' before it.
         *     - `parquet`: the stored columns, with the initiators' latest e-mails; in no particular order.
         *
         *     **Order.** One scope: by event time. With include-descendants: week by week (from Monday, UTC), in each scope by scope, in each by event time.
         *
         *     **Whole or broken.** A file is whole where the answer ended regularly; the manifest is also the trailer `x-audit-manifest`. Whatever cannot be finished is broken off: the connection ends without the
         *     last chunk, which every client reports. Where lines are possible a manifest with `complete: false` and a cursor comes before that. To go on: `cursor`, or `after` with the last line that arrived whole.
         *
         *     At most 30 minutes; few at a time (429).
         */
        readonly get: operations["ExportFolderEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/projects/{projectId}/entries/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Project - Download entries
         * @description The entries of the project's events as a file, filtered as a list is, each once. The period may span all of the last 90 days.
         *
         *     - `ndjson`: one entry per line, the same bytes as in a list; the last line is the manifest, `{"manifest": {…}}`.
         *     - `ocsf`: OCSF 1.4, one event of the class API Activity (6003) per line; the last line is the manifest.
         *     - `csv`: RFC 4180, UTF-8 with a byte order mark, a header row. A text that a spreadsheet would take for a formula has a ' before it.
         *     - `parquet`: the stored columns, with the initiators' latest e-mails; in no particular order.
         *
         *     **Order.** One scope: by event time. With include-descendants: week by week (from Monday, UTC), in each scope by scope, in each by event time.
         *
         *     **Whole or broken.** A file is whole where the answer ended regularly; the manifest is also the trailer `x-audit-manifest`. Whatever cannot be finished is broken off: the connection ends without the
         *     last chunk, which every client reports. Where lines are possible a manifest with `complete: false` and a cursor comes before that. To go on: `cursor`, or `after` with the last line that arrived whole.
         *
         *     At most 30 minutes; few at a time (429).
         */
        readonly get: operations["ExportProjectEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/catalogue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All events that can be recorded
         * @description Domains and events, sorted by name. Carries an ETag: ask with If-None-Match.
         */
        readonly get: operations["GetCatalogue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/filter-fields": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All fields that a filter may name
         * @description Sorted as an entry shows them. Carries an ETag: ask with If-None-Match.
         */
        readonly get: operations["ListFilterFields"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Error */
        readonly ErrorResponse: {
            /** @description Description of the error. */
            readonly message: string;
            /** @description Path which was called. */
            readonly path: string;
            /** @description Http status code. */
            readonly status: number;
            /**
             * Format: date-time
             * @description Timestamp at which the error occurred.
             */
            readonly timestamp: string;
        };
        /** @description Problem details (RFC 9457), with the fields of the published error. */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @description What kind of error it is, and where it is explained; about:blank where the status says all.
             */
            readonly type: string;
            /** @description What the kind means, in short. */
            readonly title: string;
            /** @description What is wrong with this request. The same as message. */
            readonly detail: string;
            /**
             * Format: uri-reference
             * @description This occurrence: the path, and after # the answer's x-request-id, which the service's log names.
             */
            readonly instance?: string;
            /** @description What is wrong with each parameter. */
            readonly errors?: readonly {
                /** @description What is wrong with it. */
                readonly detail: string;
                /** @description Name of the parameter. */
                readonly parameter?: string;
                /** @description In a filter: the first character that is wrong, from 1, in UTF-16 code units. */
                readonly column?: number;
            }[];
            /** @description Description of the error. */
            readonly message: string;
            /** @description Path which was called. */
            readonly path: string;
            /** @description Http status code. */
            readonly status: number;
            /**
             * Format: date-time
             * @description Timestamp at which the error occurred.
             */
            readonly timestamp: string;
        };
        /** @description An audit event as it is shown */
        readonly Entry: {
            /** @description UUIDv7 of the event: the same for ever */
            readonly id: string;
            /**
             * Format: date-time
             * @description When it happened
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly eventTimeStamp: string;
            /**
             * Format: date-time
             * @description When the audit log received it
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly receivedTimeStamp: string;
            /** @description <service>.<resource>[.<sub>].<verb>, see the catalogue */
            readonly eventName: string;
            /** @description major.minor of the event's details */
            readonly eventVersion: string;
            /** @description ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED */
            readonly eventType: string;
            /** @description ADMINISTRATIVE, or ACCESS: something protected was read or used */
            readonly category: string;
            /** @description Group of services, see the catalogue */
            readonly domain: string;
            /** @description Service in which it happened */
            readonly eventSource: string;
            /** @description Region that emitted it */
            readonly region: string;
            /** @description INFO or ERROR */
            readonly severity: string;
            /** @description PUBLIC */
            readonly visibility: string;
            /** @description What happened, in one English sentence; the event's name where this version does not know the event */
            readonly sentence: string;
            /** @description What the event belongs to */
            readonly scope: {
                /** @description ORGANIZATION, FOLDER or PROJECT */
                readonly type: string;
                /** @description Id of the organization, folder or project */
                readonly id: string;
            };
            /** @description The scope and what is above it, where known */
            readonly context?: {
                /** @description Organization id */
                readonly organizationId?: string;
                /** @description Folder id */
                readonly folderId?: string;
                /** @description Project id */
                readonly projectId?: string;
            };
            /** @description Who started it */
            readonly initiator: {
                /** @description USER, SERVICE_ACCOUNT or SYSTEM */
                readonly kind: string;
                /** @description Unique identifier of the initiator */
                readonly id: string;
                /** @description Latest e-mail of the initiator; absent where none is known or it was erased */
                readonly email?: string;
            };
            /** @description On whose behalf a service account acted */
            readonly serviceAccountDelegationInfo?: {
                /** @description The nearest principal first */
                readonly principals: readonly {
                    /** @description Unique identifier of the subject */
                    readonly id: string;
                    /** @description E-mail of the subject */
                    readonly email?: string;
                }[];
            };
            /** @description What it was done to */
            readonly resource: {
                /** @description Kind of resource */
                readonly type: string;
                /** @description Id of the resource */
                readonly id: string;
                /** @description Display name of the resource */
                readonly name?: string;
            };
            /** @description What became of it */
            readonly outcome: {
                /** @description SUCCESS, FAILURE or DENIED */
                readonly result: string;
                /** @description HTTP status that the caller saw */
                readonly statusCode?: number;
                /** @description Why it failed or was denied */
                readonly message?: string;
            };
            /** @description IPv4 or IPv6 address that the request came from */
            readonly sourceIpAddress?: string;
            /** @description Where the address lives; absent where there is none */
            readonly network?: {
                /** @description PUBLIC, PRIVATE, LOOPBACK, LINK_LOCAL or RESERVED */
                readonly class: string;
                /** @description Country of the address, ISO 3166-1 alpha-2, where the operator of the audit log supplies a database */
                readonly country?: string;
                /** @description Who runs the network, where the operator of the audit log supplies a database */
                readonly operator?: string;
            };
            /** @description Agent that the request was made with, as it was sent */
            readonly userAgent?: string;
            /** @description Kind of program that the agent is: PORTAL, BROWSER, CLI, TERRAFORM, SDK or OTHER */
            readonly clientKind?: string;
            /** @description The request that caused the event; absent for the platform's own tasks */
            readonly request?: {
                /** @description Path that received the request */
                readonly endpoint: string;
                /** @description HTTP method */
                readonly method?: string;
                /** @description Headers, secrets redacted. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly headers?: {
                    readonly [key: string]: unknown;
                };
                /** @description Parameters, secrets redacted. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly parameters?: {
                    readonly [key: string]: unknown;
                };
                /** @description Body, secrets redacted. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly body?: {
                    readonly [key: string]: unknown;
                };
            };
            /** @description Identifies the request from the caller's point of view */
            readonly correlationId?: string;
            /** @description Joins the start and the end of one long operation */
            readonly operationId?: string;
            /** @description W3C trace context */
            readonly traceparent?: string;
            /** @description The event's own typed part, see the catalogue. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
            readonly details?: {
                readonly [key: string]: unknown;
            };
            /** @description The change that came of it. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
            readonly result?: {
                readonly [key: string]: unknown;
            };
            /** @description Who sent the event */
            readonly producer: {
                /** @description Producer instance that sent the event */
                readonly id: string;
                /** @description Grows by one per event of that instance: a gap is a lost event */
                readonly sequence: number;
            };
            /** @description Parts that the SDK cut to fit; absent where the event is whole */
            readonly truncations?: readonly {
                /** @description Part that was cut, e.g. request.body */
                readonly part: string;
                /** @description UTF-8 bytes before the cut */
                readonly originalBytes: number;
            }[];
        };
        readonly EntryPage: {
            /** @description In the order that was asked for. Fewer than the limit, or none, where entries are large or looking for them took three seconds */
            readonly items: readonly components["schemas"]["Entry"][];
            /** @description Present where entries may follow, also when this page is empty: pass it back to read on */
            readonly cursor?: string;
            /** @description Largest number of entries that this page could have held */
            readonly limit: number;
        };
        /** @description What a download says of itself at its end */
        readonly ExportManifest: {
            /** @description Entries in this file */
            readonly rows: number;
            /** @description Of the file before compression and before this line */
            readonly bytes: number;
            /** @description Of the same bytes, hexadecimal */
            readonly sha256: string;
            /** @description False: more was selected; the answer is broken off behind this line */
            readonly complete: boolean;
            /** @description Only where it is not complete: what to ask for the rest with */
            readonly cursor?: string;
        };
        /** @description An event of OCSF 1.4; all its members: the README of query-api/src/export */
        readonly OcsfEvent: {
            /** @description 6003: API Activity */
            readonly class_uid: number;
            readonly activity_id: number;
            readonly type_uid: number;
            readonly severity_id: number;
            /** @description Milliseconds since 1970, UTC */
            readonly time: number;
            readonly metadata: {
                readonly version: string;
                /** @description The entry's id */
                readonly uid: string;
            } & {
                readonly [key: string]: unknown;
            };
        } & {
            readonly [key: string]: unknown;
        };
        readonly Catalogue: {
            /** @description Grows when a member goes or changes its meaning; members may be added without */
            readonly format: number;
            readonly domains: readonly {
                /** @description Name of the domain */
                readonly name: string;
                /** @description Its display name */
                readonly title: string;
                /** @description Team that owns it */
                readonly owner: string;
                /** @description What it covers */
                readonly about: string;
                readonly services: readonly {
                    /** @description Name of the service */
                    readonly name: string;
                    /** @description Its display name */
                    readonly title: string;
                }[];
            }[];
            readonly events: readonly {
                /** @description Value of eventName */
                readonly name: string;
                /** @description Its domain */
                readonly domain: string;
                /** @description Its service */
                readonly service: string;
                /** @description Full name of the Avro record of its details */
                readonly record: string;
                /** @description What people read; {initiator}, {resource}, {scope} and {details.field} are filled in */
                readonly sentence: string;
                /** @description Value of eventType: ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED */
                readonly eventType: string;
                /** @description Value of category: ADMINISTRATIVE or ACCESS */
                readonly category: string;
                /** @description Version of its details now */
                readonly version: string;
                /** @description Value of resource.type; {scope}: the type of the event's scope */
                readonly resourceType: string;
                /** @description The event that starts the long operation which this one ends; both have the same operationId */
                readonly endOf?: string;
                /** @description Parts that are never recorded */
                readonly omits?: readonly string[];
                /** @description What happened */
                readonly about: string;
                /** @description Team that records it */
                readonly owner: string;
                /** @description Version in which it first appeared */
                readonly since: string;
                /** @description Function of the SDK that records it */
                readonly sdk: string;
                /** @description API operations that it records: <spec> <operationId> */
                readonly operations: readonly string[];
                /** @description The event that ends the long operation which this one starts */
                readonly endedBy?: string;
                /** @description Its details */
                readonly fields: readonly {
                    /** @description Path inside details: address.city, nodePools[].name */
                    readonly name: string;
                    /** @description In words: text, whole number, list of texts, one of A, B */
                    readonly type: string;
                    /** @description Whether it may be absent */
                    readonly optional: boolean;
                    /** @description Meaning */
                    readonly about: string;
                }[];
                readonly example?: {
                    /** @description Its sentence, filled in */
                    readonly sentence: string;
                    readonly details: {
                        readonly [key: string]: unknown;
                    };
                };
            }[];
        };
        readonly FilterFields: {
            readonly fields: readonly {
                /** @description What it is called in a filter */
                readonly name: string;
                /** @description Other names that are understood */
                readonly aliases: readonly string[];
                /** @description What it is */
                readonly sentence: string;
                /** @description What its values are: text, choice, number, time, uuid, address, email or json */
                readonly kind: string;
                /** @description What it may be compared with; :* finds entries that have the field, where it is optional */
                readonly operators: readonly string[];
                /** @description Whether * at the end of a value stands for any rest */
                readonly takesPrefix: boolean;
                /** @description Whether entries may lack it */
                readonly optional: boolean;
                /** @description The values that there are, where they are a closed set */
                readonly values?: readonly string[];
                /** @description Values of the catalogue, to suggest; others are allowed */
                readonly known?: readonly string[];
                /** @description A whole filter */
                readonly example: string;
            }[];
            /** @description What a filter may have at most */
            readonly limits: {
                /** @description Characters of a filter */
                readonly textLength: number;
                /** @description Characters of one value */
                readonly valueLength: number;
                /** @description Parentheses and negations inside of each other */
                readonly depth: number;
                /** @description Values and searched texts together */
                readonly terms: number;
                /** @description Searched texts */
                readonly searches: number;
            };
        };
        readonly RelatedEntries: {
            readonly entry: components["schemas"]["Entry"];
            /** @description Groups that have entries */
            readonly groups: readonly {
                /** @description correlation: of the same request; operation: of the same long operation; resource-before, resource-after: on the same resource; session: by the same initiator from the same address within an hour */
                readonly kind: string;
                /** @description Without the entry itself, in the group's order */
                readonly items: readonly components["schemas"]["Entry"][];
                /** @description Whether the group may have more entries than items */
                readonly more: boolean;
                /** @description Value of filter */
                readonly filter: string;
                /**
                 * Format: date-time
                 * @description Value of start
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start: string;
                /**
                 * Format: date-time
                 * @description Value of end
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end: string;
                /** @description Value of order: with filter, start, end and the same include-descendants it lists the whole group */
                readonly order: string;
            }[];
        };
        readonly Insights: {
            /**
             * Format: date-time
             * @description First event time that belongs to the period
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly start: string;
            /**
             * Format: date-time
             * @description First event time after it
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly end: string;
            readonly insights: readonly {
                /** @description error-rate, denial-rate, manual-work, operation-duration, slowest-operation, new-country, new-network, unusual-hours, new-initiator, dormant-initiator, most-changes */
                readonly kind: string;
                /** @description What was found, in one English sentence */
                readonly sentence: string;
                /** @description Whom it is about, where it is about one */
                readonly initiator?: {
                    /** @description USER or SERVICE_ACCOUNT */
                    readonly kind: string;
                    /** @description Unique identifier of the initiator */
                    readonly id: string;
                    /** @description Latest e-mail of the initiator */
                    readonly email?: string;
                };
                /** @description What the sentence says, as numbers and names. entries: how many entries the filter lists from start to end. Names that end in Seconds are seconds, names that end in Rate parts of 1. */
                readonly figures: {
                    readonly [key: string]: number | string;
                };
                /** @description Value of filter */
                readonly filter: string;
                /**
                 * Format: date-time
                 * @description Value of start
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start: string;
                /**
                 * Format: date-time
                 * @description Value of end
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end: string;
            }[];
            /** @description What took too long this time; a shorter period takes less */
            readonly missing: readonly {
                /** @description Name of the question */
                readonly kind: string;
                /** @description What was not found out */
                readonly about: string;
            }[];
        };
        /** @description Entries in the order in which they were received, each once. */
        readonly FeedPage: {
            readonly items: readonly components["schemas"]["Entry"][];
            /** @description Where to go on, now or in a year. Always there. */
            readonly cursor: string;
            /**
             * Format: date-time
             * @description Nothing that was received before this moment is to come any more. 1970: no worker has said anything yet.
             */
            readonly settledUntil: string;
            /** @description Whether to go on at once. Otherwise come back in a second or later. */
            readonly more: boolean;
            readonly limit: number;
        };
        /** @description How far behind the newest event is readable. */
        readonly Freshness: {
            /**
             * Format: date-time
             * @description As in the feed: of all services together.
             */
            readonly settledUntil: string;
            readonly services: readonly {
                readonly service: string;
                /** @description Services of a domain share a topic, and so how fresh they are. */
                readonly domain: string;
                /**
                 * Format: date-time
                 * @description Nothing that was received before is to come any more; absent where no worker ever said so.
                 */
                readonly settledUntil?: string;
                /** @description How long an event that happened now would at most wait, if it waited as long as the oldest that waits: since settledUntil, or since the oldest record was sent that is not stored. */
                readonly secondsBehind?: number;
            }[];
        };
        readonly EntrySummary: {
            /** @description Entries in the period that the filter matches, each once */
            readonly total: number;
            /**
             * Format: date-time
             * @description First event time that belongs to the period
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly start: string;
            /**
             * Format: date-time
             * @description First event time after it
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly end: string;
            /** @description Length of a bucket, such as 15m, 1h or 1d */
            readonly interval: string;
            /** @description Every bucket of the period, in the order of time */
            readonly histogram: readonly {
                /**
                 * Format: date-time
                 * @description First event time of the bucket; it may lie before the period, whose entries alone are counted
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start: string;
                /** @description Entries of the bucket */
                readonly total: number;
                /** @description Of these by outcome.result; what is 0 is left out */
                readonly outcomes: {
                    readonly [key: string]: number;
                };
            }[];
            /** @description values, others and absent together are the total */
            readonly facets: readonly {
                /** @description As it was asked for */
                readonly name: string;
                /** @description The ten most frequent */
                readonly values: readonly {
                    /** @description The value */
                    readonly value: string;
                    /** @description Entries that have it */
                    readonly count: number;
                    /** @description Of an initiator: its kind */
                    readonly kind?: string;
                    /** @description Of an initiator: its latest e-mail */
                    readonly email?: string;
                    /** @description Narrows to these entries, beside the filter that was asked for */
                    readonly filter?: string;
                }[];
                /** @description Entries that have another value */
                readonly others: number;
                /** @description Entries that have none */
                readonly absent: number;
            }[];
        };
        readonly AuditLogEntryResponse: {
            /** @description Unique ID generated by the audit log. */
            readonly id: string;
            /**
             * Format: date-time
             * @description Timestamp at which the event was received by the audit log.
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly receivedTimeStamp: string;
            /** @description Version of the log event format. */
            readonly eventVersion: string;
            /** @description The service in which the causing event was handled. */
            readonly eventSource: string;
            /** @description Region from which the event has been emitted. */
            readonly region: string;
            /** @description The severity of this request: INFO or ERROR. */
            readonly severity: string;
            /** @description PUBLIC for entries that are intended for end users. */
            readonly visibility: string;
            /** @description ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED. */
            readonly eventType: string;
            /**
             * Format: date-time
             * @description Timestamp at which the event was triggered.
             * @example 2026-03-21T08:10:14.422Z
             */
            readonly eventTimeStamp: string;
            /** @description Name of the operation this event represents. */
            readonly eventName: string;
            /** @description IP address that the request was made from; "0.0.0.0" where there was none. */
            readonly sourceIpAddress: string;
            /** @description Agent through which the request was made from (e.g. Portal, CLI, SDK); "none" where there was none. */
            readonly userAgent: string;
            /** @description Information about who made the request. */
            readonly initiator: {
                /** @description Unique identifier of the user */
                readonly id: string;
                /**
                 * Format: email
                 * @description E-Mail of the user or service account who triggered the request
                 */
                readonly email?: string;
            };
            /** @description Request, which mirrors the action of the user and the resulting changes within the system */
            readonly request: {
                /** @description Endpoint which received the request; "none" where there was no request. */
                readonly endpoint: string;
                /** @description Headers used to make the request. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly headers?: {
                    readonly [key: string]: unknown;
                };
                /** @description Parameters used to make the request. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly parameters?: {
                    readonly [key: string]: unknown;
                };
                /** @description Body used to make the request. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
                readonly body?: {
                    readonly [key: string]: unknown;
                };
            };
            /** @description Request context */
            readonly context?: {
                /** @description Organization id */
                readonly organizationId?: string;
                /** @description Folder id */
                readonly folderId?: string;
                /** @description Project id */
                readonly projectId?: string;
            };
            /** @description Unique ID which identifies the request from the sender point of view. */
            readonly correlationId?: string;
            /** @description Additional information about the event that is not part of the request or response. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
            readonly details?: {
                readonly [key: string]: unknown;
            };
            /** @description Unique id of the resource that is target of the operation */
            readonly resourceId?: string;
            /** @description Name of the resource that is target of the operation */
            readonly resourceName?: string;
            /** @description Object representing the change resulting from this event. Another JSON value than an object is shown as {"value": …}, text that was cut and is no JSON any more as {"text": "…"}. */
            readonly result?: {
                readonly [key: string]: unknown;
            };
            /** @description Information about service account delegation */
            readonly serviceAccountDelegationInfo?: {
                /** @description Delegation chain for the service account */
                readonly principals: readonly {
                    /** @description Unique identifier of the subject */
                    readonly id: string;
                    /**
                     * Format: email
                     * @description E-Mail of the subject
                     */
                    readonly email?: string;
                }[];
            };
        };
        readonly ListAuditLogEntriesResponse: {
            readonly items: readonly components["schemas"]["AuditLogEntryResponse"][];
            /** @description Optional cursor if more entries are available */
            readonly cursor?: string;
            /** @description Maximum amount of entries requested. */
            readonly limit: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly ListOrganizationAuditLogEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description An ISO timestamp to specify the beginning of the time range from which entries should be returned, based on the eventTimeStamp. If not given, defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "start-time-range"?: string;
                /**
                 * @description An ISO timestamp to specify the end of the time range up until which entries should be returned, based on the eventTimeStamp; an entry at exactly this time belongs to the next range. If not given, defaults to the time this request was received.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "end-time-range"?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListAuditLogEntriesResponse"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    readonly ListFolderAuditLogEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description An ISO timestamp to specify the beginning of the time range from which entries should be returned, based on the eventTimeStamp. If not given, defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "start-time-range"?: string;
                /**
                 * @description An ISO timestamp to specify the end of the time range up until which entries should be returned, based on the eventTimeStamp; an entry at exactly this time belongs to the next range. If not given, defaults to the time this request was received.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "end-time-range"?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListAuditLogEntriesResponse"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    readonly ListProjectAuditLogEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description An ISO timestamp to specify the beginning of the time range from which entries should be returned, based on the eventTimeStamp. If not given, defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "start-time-range"?: string;
                /**
                 * @description An ISO timestamp to specify the end of the time range up until which entries should be returned, based on the eventTimeStamp; an entry at exactly this time belongs to the next range. If not given, defaults to the time this request was received.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly "end-time-range"?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListAuditLogEntriesResponse"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    readonly ListOrganizationEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time, equal times by id.
                 * @example oldest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListFolderEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time, equal times by id.
                 * @example oldest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListProjectEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description A pagination cursor to load further audit log entries for. May be included in the response of previous calls of the API.
                 * @example AQAAAZ0LHd4AAAABnRBEOgAAAAGdD3HgFgGc_1odOntujyEMS11uf4CVwUEBOU6T6Bsennp2Tj5IFxKfG9bETm-NKC4gOtQlhQ
                 */
                readonly cursor?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time, equal times by id.
                 * @example oldest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Contains an array of all matched audit log entries and a pagination cursor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetOrganizationEntry: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Entry"];
                };
            };
            /** @description It is still what If-None-Match names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetFolderEntry: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Entry"];
                };
            };
            /** @description It is still what If-None-Match names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetProjectEntry: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Entry"];
                };
            };
            /** @description It is still what If-None-Match names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListOrganizationRelatedEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry, and the groups that it belongs to. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RelatedEntries"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListFolderRelatedEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry, and the groups that it belongs to. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RelatedEntries"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListProjectRelatedEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
                /**
                 * @description ID of the entry.
                 * @example 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80
                 */
                readonly entryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entry, and the groups that it belongs to. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RelatedEntries"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly SummarizeOrganizationEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description Length of a bucket. auto: the shortest that makes no more than 100 of them; a shorter one is refused.
                 * @example 1h
                 */
                readonly interval?: "auto" | "1m" | "2m" | "5m" | "10m" | "15m" | "30m" | "1h" | "2h" | "3h" | "6h" | "12h" | "1d";
                /**
                 * @description By what entries are counted, separated by commas; empty: nothing. There are service, eventName, outcome, domain, eventType, category, severity, region, scope.type, scope.id, initiator.kind, resource.type, resource.id, sourceIpAddress, network.class, network.country, network.operator, clientKind, initiator.
                 * @example service,initiator
                 */
                readonly facets?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntrySummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly SummarizeFolderEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description Length of a bucket. auto: the shortest that makes no more than 100 of them; a shorter one is refused.
                 * @example 1h
                 */
                readonly interval?: "auto" | "1m" | "2m" | "5m" | "10m" | "15m" | "30m" | "1h" | "2h" | "3h" | "6h" | "12h" | "1d";
                /**
                 * @description By what entries are counted, separated by commas; empty: nothing. There are service, eventName, outcome, domain, eventType, category, severity, region, scope.type, scope.id, initiator.kind, resource.type, resource.id, sourceIpAddress, network.class, network.country, network.operator, clientKind, initiator.
                 * @example service,initiator
                 */
                readonly facets?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntrySummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly SummarizeProjectEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description Length of a bucket. auto: the shortest that makes no more than 100 of them; a shorter one is refused.
                 * @example 1h
                 */
                readonly interval?: "auto" | "1m" | "2m" | "5m" | "10m" | "15m" | "30m" | "1h" | "2h" | "3h" | "6h" | "12h" | "1d";
                /**
                 * @description By what entries are counted, separated by commas; empty: nothing. There are service, eventName, outcome, domain, eventType, category, severity, region, scope.type, scope.id, initiator.kind, resource.type, resource.id, sourceIpAddress, network.class, network.country, network.operator, clientKind, initiator.
                 * @example service,initiator
                 */
                readonly facets?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntrySummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListOrganizationInsights: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 7 days before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The insights. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListFolderInsights: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 7 days before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The insights. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListProjectInsights: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description First event time that belongs to the period. Defaults to 7 days before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The insights. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly FeedOrganizationEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: the cursor of the page before, or the id of an event of the tail. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to 24 hours ago.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What arrived, and where to go on. A page may be empty. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly FeedFolderEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: the cursor of the page before, or the id of an event of the tail. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to 24 hours ago.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What arrived, and where to go on. A page may be empty. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly FeedProjectEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: the cursor of the page before, or the id of an event of the tail. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to 24 hours ago.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description The maximum number of entries to return. If the value exceeds the allowed maximum, the maximum value will be used instead.
                 * @example 20
                 */
                readonly limit?: number;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What arrived, and where to go on. A page may be empty. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetOrganizationFreshness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How far behind each service's events are. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Freshness"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetFolderFreshness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How far behind each service's events are. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Freshness"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetProjectFreshness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How far behind each service's events are. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Freshness"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly TailOrganizationEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: a cursor of the feed, or the id of an event of the tail; the header Last-Event-ID goes before it. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries as they arrive, until the reader hangs up, its token expires, or the service closes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly TailFolderEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: a cursor of the feed, or the id of an event of the tail; the header Last-Event-ID goes before it. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries as they arrive, until the reader hangs up, its token expires, or the service closes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly TailProjectEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Where to go on: a cursor of the feed, or the id of an event of the tail; the header Last-Event-ID goes before it. It does not expire.
                 * @example AgAAAZ0PceAWAZz_Wh06e26PIQxLXW5_gKnDCVDsn4Y8tpm32y8VWS3LRzBozbha-CCDbGReuHSb
                 */
                readonly cursor?: string;
                /**
                 * @description Where to begin without a cursor: first time of receipt that belongs to the feed, within the last 90 days. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly from?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries as they arrive, until the reader hangs up, its token expires, or the service closes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ExportOrganizationEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Of the file: see above.
                 * @example csv
                 */
                readonly format?: "ndjson" | "csv" | "parquet" | "ocsf";
                /**
                 * @description Of the file. Parquet is compressed in itself.
                 * @example zstd
                 */
                readonly compression?: "none" | "gzip" | "zstd";
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time; with include-descendants by week (from Monday, UTC), scope and event time.
                 * @example newest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description That of a manifest: the download goes on behind its last entry.
                 * @example WzE3NzQwMDgwMDAwMDAsMTc3NDA5NDQwMDAwMCwxNzc0MDgwNjE0NDIyLCIwMTljZmY1YS0xZDNhLTdiNmUtOGYyMS0wYzRiNWQ2ZTdmODAiLCI4ZTJiN2E1NS0zYzFmLTRkNTctOWEzOS0yZjBkMWY2YzdhMTAiXfEmWXfXO00nuv_8fhEgb9qXnAQ2LyioqghXud3IAzOt
                 */
                readonly cursor?: string;
                /**
                 * @description Where a download that was broken off goes on: `eventTimeStamp,id,scope.id` of the last line that arrived whole. start, end and all else must be what they were, and be given.
                 * @example 2026-03-21T08:10:14.422Z,019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80,8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the organization for which entries should be returned.
                 * @example 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20
                 */
                readonly organizationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, made while it is sent. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["Entry"] | components["schemas"]["OcsfEvent"] | {
                        readonly manifest: components["schemas"]["ExportManifest"];
                    };
                    readonly "text/csv": string;
                    readonly "application/vnd.apache.parquet": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ExportFolderEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Of the file: see above.
                 * @example csv
                 */
                readonly format?: "ndjson" | "csv" | "parquet" | "ocsf";
                /**
                 * @description Of the file. Parquet is compressed in itself.
                 * @example zstd
                 */
                readonly compression?: "none" | "gzip" | "zstd";
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time; with include-descendants by week (from Monday, UTC), scope and event time.
                 * @example newest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description That of a manifest: the download goes on behind its last entry.
                 * @example WzE3NzQwMDgwMDAwMDAsMTc3NDA5NDQwMDAwMCwxNzc0MDgwNjE0NDIyLCIwMTljZmY1YS0xZDNhLTdiNmUtOGYyMS0wYzRiNWQ2ZTdmODAiLCI4ZTJiN2E1NS0zYzFmLTRkNTctOWEzOS0yZjBkMWY2YzdhMTAiXfEmWXfXO00nuv_8fhEgb9qXnAQ2LyioqghXud3IAzOt
                 */
                readonly cursor?: string;
                /**
                 * @description Where a download that was broken off goes on: `eventTimeStamp,id,scope.id` of the last line that arrived whole. start, end and all else must be what they were, and be given.
                 * @example 2026-03-21T08:10:14.422Z,019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80,8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the folder for which entries should be returned.
                 * @example 5f7a9b1c-0d2e-4c3f-8a6b-7c8d9e0f1a30
                 */
                readonly folderId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, made while it is sent. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["Entry"] | components["schemas"]["OcsfEvent"] | {
                        readonly manifest: components["schemas"]["ExportManifest"];
                    };
                    readonly "text/csv": string;
                    readonly "application/vnd.apache.parquet": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ExportProjectEntries: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Of the file: see above.
                 * @example csv
                 */
                readonly format?: "ndjson" | "csv" | "parquet" | "ocsf";
                /**
                 * @description Of the file. Parquet is compressed in itself.
                 * @example zstd
                 */
                readonly compression?: "none" | "gzip" | "zstd";
                /**
                 * @description First event time that belongs to the period. Defaults to 24 hours before the end.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly start?: string;
                /**
                 * @description First event time after the period. Defaults to now.
                 * @example 2026-03-21T08:10:14.422Z
                 */
                readonly end?: string;
                /**
                 * @description Which entries: comparisons of fields, and words that are searched for, joined by AND, OR and NOT. An e-mail address that is searched for also finds what its owner did, an IP address or a network what came from there. All fields and what may be asked of them: /v3/filter-fields.
                 * @example service=(dns OR iam) outcome=DENIED -initiator.kind=SYSTEM "web shop"
                 */
                readonly filter?: string;
                /**
                 * @description By event time; with include-descendants by week (from Monday, UTC), scope and event time.
                 * @example newest-first
                 */
                readonly order?: "newest-first" | "oldest-first";
                /**
                 * @description Whether entries of everything below the organization or folder are returned as well. What moved elsewhere stays where it was when it happened.
                 * @example true
                 */
                readonly "include-descendants"?: boolean;
                /**
                 * @description That of a manifest: the download goes on behind its last entry.
                 * @example WzE3NzQwMDgwMDAwMDAsMTc3NDA5NDQwMDAwMCwxNzc0MDgwNjE0NDIyLCIwMTljZmY1YS0xZDNhLTdiNmUtOGYyMS0wYzRiNWQ2ZTdmODAiLCI4ZTJiN2E1NS0zYzFmLTRkNTctOWEzOS0yZjBkMWY2YzdhMTAiXfEmWXfXO00nuv_8fhEgb9qXnAQ2LyioqghXud3IAzOt
                 */
                readonly cursor?: string;
                /**
                 * @description Where a download that was broken off goes on: `eventTimeStamp,id,scope.id` of the last line that arrived whole. start, end and all else must be what they were, and be given.
                 * @example 2026-03-21T08:10:14.422Z,019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80,8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description ID of the project for which entries should be returned.
                 * @example 8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10
                 */
                readonly projectId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, made while it is sent. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["Entry"] | components["schemas"]["OcsfEvent"] | {
                        readonly manifest: components["schemas"]["ExportManifest"];
                    };
                    readonly "text/csv": string;
                    readonly "application/vnd.apache.parquet": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request could not be authorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The principal has a role on the resource, but none that may read its entries */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Resource was not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many at once; Retry-After says when to try again */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store or the issuer's keys cannot be reached at the moment; Retry-After says when to try again */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly GetCatalogue: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what belongs to this domain
                 * @example billing
                 */
                readonly domain?: string;
                /**
                 * @description Only what belongs to this service
                 * @example audit-log
                 */
                readonly service?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The catalogue, or what of it was asked for. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Catalogue"];
                };
            };
            /** @description It is still what If-None-Match names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ListFilterFields: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The fields. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilterFields"];
                };
            };
            /** @description It is still what If-None-Match names. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
