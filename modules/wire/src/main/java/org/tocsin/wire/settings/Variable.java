package org.tocsin.wire.settings;

/** The environment variables that the product reads, beside the two families of client keys. */
enum Variable {
    TOCSIN_KAFKA_BOOTSTRAP_SERVERS(
            "", "Brokers as host:port, comma-separated; embedded when unset"),
    TOCSIN_SCHEMA_REGISTRY_URL("", "Registry URLs, comma-separated; embedded when unset"),
    TOCSIN_SERDE("", "A Kafka `Serde<GenericRecord>` class to use in place of Tocsin's own"),
    TOCSIN_PARTITIONS("4", "Partitions of the topics that scale, when they are created"),
    TOCSIN_REPLICATION_FACTOR("", "Copies of each partition; the broker's default when unset"),
    TOCSIN_DATA("./data", "Folder of everything that is kept on this machine"),
    TOCSIN_STATE_DIR("", "Folder of the stages' state; `streams` in the data folder when unset"),
    TOCSIN_HTTP_HOST("127.0.0.1", "Address on which the dashboard and the API listen"),
    TOCSIN_HTTP_PORT("8080", "Port of the dashboard and the API; 0 takes a free one"),
    TOCSIN_HEALTH_PORT(
            "0", "Port of health and metrics of a role that has no dashboard; 0 for none"),
    TOCSIN_EMBEDDED_KAFKA_PORT("9092", "Port of the embedded broker; 0 takes a free one"),
    TOCSIN_EMBEDDED_REGISTRY_PORT("8081", "Port of the embedded registry; 0 takes a free one"),
    TOCSIN_DEMO_FEEDS_PORT("8082", "Port of the demo's feed server; 0 takes a free one"),
    TOCSIN_INSTANCE(
            "", "Stable name of this process in its consumer groups, such as the pod's name"),
    TOCSIN_COMMIT_INTERVAL("50ms", "How often stages commit: latency against cost"),
    TOCSIN_REORDER_WINDOW(
            "150ms",
            "How old an article must be before it is told, so that those fetched before it are told first"),
    TOCSIN_STREAMS_THREADS("1", "Threads of each stage"),
    TOCSIN_INGEST_ALLOW_LOOPBACK(
            "false", "Whether feeds may be read from this machine itself: true or false"),
    TOCSIN_INGEST_VISITORS("64", "Feeds that one ingestor fetches at the same time"),
    TOCSIN_INGEST_PROXY("", "HTTP proxy for all fetches, as http://host:port"),
    TOCSIN_INGEST_CONTACT("", "URL or address in the user agent, for those whose feeds are read"),
    TOCSIN_PUSH_URL("", "Public URL under which hubs reach the ingestors; no WebSub when unset"),
    TOCSIN_PUSH_PORT("8083", "Port on which an ingestor listens for hubs, with TOCSIN_PUSH_URL"),
    TOCSIN_PUSH_SECRET(
            "", "What hubs sign with, the same for all ingestors: 16 characters or more"),
    TOCSIN_PUBLISHED_ON_LOOPBACK(
            "false",
            "Whether only this machine reaches the dashboard, whatever it listens on: true or false"),
    TOCSIN_ADMIN_TOKEN(
            "",
            "Token of an administrator, 32 characters or more; beyond this machine, it or OIDC is needed"),
    TOCSIN_PUBLIC_URL("", "Address under which browsers reach the dashboard"),
    TOCSIN_SESSION_LIFETIME("12h", "How long somebody who signed in stays so"),
    TOCSIN_RATE_LIMIT("600", "Requests of one token or session in a minute; 0 for any number"),
    TOCSIN_OIDC_ISSUER("", "OpenID Connect provider that people sign in with"),
    TOCSIN_OIDC_CLIENT_ID("", "What the provider knows Tocsin as"),
    TOCSIN_OIDC_CLIENT_SECRET("", "Its secret; unset for a public client"),
    TOCSIN_OIDC_SCOPES("openid profile email", "Scopes to ask the provider for"),
    TOCSIN_OIDC_NAME_CLAIM("preferred_username", "Claim that names who signed in"),
    TOCSIN_OIDC_ROLES_CLAIM("groups", "Claim with the groups of who signed in, dots for nesting"),
    TOCSIN_OIDC_ROLES(
            "viewer=*",
            "Who has which role, as `role=group` with commas; `*` is whoever can sign in"),
    TOCSIN_OIDC_RECHECK(
            "4h",
            "How long a session lasts until the provider is asked again who it is and which roles"),
    TOCSIN_DELIVER_ALLOW(
            "",
            "Addresses of the own network that webhooks may have, as 10.20.0.0/16, 127.0.0.1; else only public ones by https"),
    TOCSIN_DELIVER_SMTP(
            "",
            "Mail server for digests, as smtp://USER:PASSWORD@host:587, smtps://… or smtp+plain://…; no mail when unset"),
    TOCSIN_DELIVER_FROM("", "Address that mails come from, with TOCSIN_DELIVER_SMTP"),
    TOCSIN_DELIVER_KEYS(
            "",
            "Keys that seal the secrets and addresses of subscribers, as NAME:BASE64 of 32 bytes with commas; the first seals, all open; clear when unset");

    private final String fallback;
    private final String meaning;

    Variable(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** The value when unset; empty where there is none. */
    String fallback() {
        return fallback;
    }

    String meaning() {
        return meaning;
    }
}
