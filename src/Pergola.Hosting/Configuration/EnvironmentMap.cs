namespace Pergola.Hosting.Configuration;

/// <summary>
/// Every variable of the environment the platform reads: its name, where it goes, what it may hold, its default and meaning.
/// The reference page is written from this list.
/// </summary>
public static class EnvironmentMap
{
    public static IReadOnlyList<EnvironmentVariable> Variables { get; } =
    [
        new("APP_HOST", "Http:Host", ValueKind.Text, "`0.0.0.0`", "Address the server listens on."),
        new("APP_PORT", "Http:Port", ValueKind.Integer(0, 65535), "`13000`", "Port of the server; 0 takes a free one."),
        new(
            "APP_DRAIN_TIME",
            "Http:DrainTime",
            ValueKind.Integer(0, 600),
            "`5`",
            "Seconds that the server serves on after SIGTERM, while it says that it is not ready."
        ),
        new("APP_PUBLIC_PATH", "Http:PublicPath", ValueKind.UrlPath, "`/`", "Prefix of every URL."),
        new(
            "API_BASE_PATH",
            "Http:ApiBasePath",
            ValueKind.UrlPath,
            "`/api/`",
            "Prefix of the API, below the public path."
        ),
        new("WS_PATH", "Http:SocketPath", ValueKind.UrlPath, "`/ws`", "Path of the WebSocket, below the public path."),
        new(
            "PLUGIN_STATICS_PATH",
            "Http:PluginFilesPath",
            ValueKind.UrlPath,
            "`/static/plugins/`",
            "Prefix of the web parts of plugins, below the public path."
        ),
        new(
            "REQUEST_BODY_LIMIT",
            "Wire:BodyLimit",
            ValueKind.Bytes,
            "`20mb`",
            "Longest request body; beyond it the answer is 413."
        ),
        new(
            "CORS_ORIGIN_WHITELIST",
            "Http:OriginWhitelist",
            ValueKind.Text,
            "none",
            "Origins that may use the API with credentials and sign in, separated by commas; `*` for all."
        ),
        new("STORAGE_PATH", "Storage:Path", ValueKind.Text, "`storage`", "Folder for files of the app."),
        new(
            "APP_KEY",
            "Signing:AppKey",
            ValueKind.Text,
            "a key made once and kept in the database",
            "Text that signs tokens; the same on all nodes."
        ),
        new(
            "UNSAFE_USE_DEFAULT_JWT_SECRET",
            "Signing:PrefersAppKey",
            ValueKind.ExactlyTrue,
            "`false`",
            "Sign with `APP_KEY` even when a stored key exists, and even when it is a publicly known one."
        ),
        new(
            "APP_AES_SECRET_KEY",
            "Secrets:Key",
            ValueKind.AesKey,
            "`<STORAGE_PATH>/apps/main/aes_key.dat`, made when it is absent",
            "Key that stored secrets are encrypted with; the same on all nodes."
        ),
        new(
            "APP_AES_SECRET_KEY_PATH",
            "Secrets:KeyPath",
            ValueKind.Text,
            "none",
            "File with the 32 bytes of this key, when `APP_AES_SECRET_KEY` is absent."
        ),
        new(
            "APP_LANG",
            "Localization:AppLocale",
            ValueKind.Text,
            "`en-US`",
            "Language of the texts of `app:getLang` when neither the request nor the settings name one."
        ),
        new(
            "DB_DIALECT",
            "Database:Dialect",
            ValueKind.OneOf("postgres", "sqlite"),
            "`sqlite` unless `DB_HOST` is set",
            "Kind of database."
        ),
        new("DB_HOST", "Database:Host", ValueKind.Text, "`localhost`", "Host of the database."),
        new("DB_PORT", "Database:Port", ValueKind.Integer(1, 65535), "`5432`", "Port of the database."),
        new("DB_DATABASE", "Database:Name", ValueKind.Text, "`postgres`", "Name of the database."),
        new("DB_USER", "Database:User", ValueKind.Text, "none", "User of the database."),
        new("DB_PASSWORD", "Database:Password", ValueKind.Text, "none", "Password of the database user."),
        new(
            "DB_STORAGE",
            "Database:Storage",
            ValueKind.Text,
            "`<STORAGE_PATH>/pergola.db`",
            "Path of the SQLite file."
        ),
        new(
            "DB_SCHEMA",
            "Database:Schema",
            ValueKind.Text,
            "`public`",
            "PostgreSQL schema of all tables; created when missing."
        ),
        new("DB_TABLE_PREFIX", "Database:TablePrefix", ValueKind.Text, "none", "Prefix of every table name."),
        new(
            "DB_UNDERSCORED",
            "Database:Underscored",
            ValueKind.ExactlyTrue,
            "`false`",
            "Exactly `true`: table and column names in snake case."
        ),
        new(
            "DB_TIMEZONE",
            "Database:Zone",
            ValueKind.Zone,
            "`TZ`",
            "Zone of date-times that carry none: an offset or a name."
        ),
        new(
            "TZ",
            "Database:SystemZone",
            ValueKind.Zone,
            "UTC",
            "Zone of date-times when `DB_TIMEZONE` is absent; both must agree."
        ),
        new(
            "DB_LOGGING",
            "Database:LogsStatements",
            ValueKind.Flag,
            "`off`",
            "`on`: SQL statements are logged with their duration, never with their values."
        ),
        new(
            "DB_POOL_MAX",
            "Database:PoolMax",
            ValueKind.Integer(1, 10_000),
            "the driver's",
            "Most connections of one process."
        ),
        new("DB_POOL_MIN", "Database:PoolMin", ValueKind.Integer(0, 10_000), "`0`", "Connections kept open."),
        new(
            "DB_POOL_IDLE",
            "Database:PoolIdle",
            ValueKind.Milliseconds,
            "`10000`",
            "Milliseconds before an idle connection is closed."
        ),
        new(
            "DB_POOL_ACQUIRE",
            "Database:PoolAcquire",
            ValueKind.Milliseconds,
            "`60000`",
            "Milliseconds a request waits for a connection."
        ),
        new(
            "DB_DIALECT_OPTIONS_SSL_MODE",
            "Database:SslMode",
            ValueKind.OneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "the driver's",
            "Encryption of the database connection."
        ),
        new(
            "DB_DIALECT_OPTIONS_SSL_CA",
            "Database:SslAuthority",
            ValueKind.Text,
            "none",
            "Authority of the database's certificate: PEM text or a path."
        ),
        new(
            "DB_DIALECT_OPTIONS_SSL_CERT",
            "Database:SslCertificate",
            ValueKind.Text,
            "none",
            "Certificate of the client: PEM text or a path."
        ),
        new(
            "DB_DIALECT_OPTIONS_SSL_KEY",
            "Database:SslKey",
            ValueKind.Text,
            "none",
            "Key of the client's certificate: PEM text or a path."
        ),
        new(
            "DB_DIALECT_OPTIONS_SSL_REJECT_UNAUTHORIZED",
            "Database:SslRejectUnauthorized",
            ValueKind.ExactlyTrue,
            "unset",
            "`true`: a certificate that cannot be verified ends the connection."
        ),
        new(
            "INIT_APP_LANG",
            "Installation:AppLocale",
            ValueKind.Text,
            "`en-US`",
            "First enabled language; read only at installation."
        ),
        new(
            "INIT_LANG",
            "Localization:DefaultLocale",
            ValueKind.Text,
            "`en-US`",
            "Language of messages when a request names none."
        ),
        new(
            "INIT_ROOT_EMAIL",
            "Installation:RootEmail",
            ValueKind.Text,
            "`admin@nocobase.com`",
            "E-mail of the first account; read only at installation."
        ),
        new(
            "INIT_ROOT_PASSWORD",
            "Installation:RootPassword",
            ValueKind.Text,
            "`admin123`",
            "Password of the first account; read only at installation."
        ),
        new(
            "INIT_ROOT_NICKNAME",
            "Installation:RootNickname",
            ValueKind.Text,
            "`Super Admin`",
            "Nickname of the first account; read only at installation."
        ),
        new(
            "INIT_ROOT_USERNAME",
            "Installation:RootUsername",
            ValueKind.Text,
            "`nocobase`",
            "User name of the first account; read only at installation."
        ),
        new(
            "APPEND_PRESET_BUILT_IN_PLUGINS",
            "Plugins:Appended",
            ValueKind.Text,
            "none",
            "Plugins that come with the product and are on where nobody has said otherwise, separated by commas."
        ),
        new(
            "PLUGIN_DEVELOPMENT",
            "Plugins:Development",
            ValueKind.Text,
            "none",
            "Folders with builds of plugins that are being written, separated by commas: loaded at once and after every build."
        ),
        new(
            "DISABLE_PM_ADD",
            "Plugins:NoneAdded",
            ValueKind.ExactlyTrue,
            "`false`",
            "Exactly `true`: no plugin can be added or updated while the product runs."
        ),
        new(
            "NOCOBASE_PKG_URL",
            "Plugins:FeedUrl",
            ValueKind.Text,
            "none",
            "NuGet feed (version 3) that plugins come from; asked only when it is set."
        ),
        new(
            "NOCOBASE_PKG_USERNAME",
            "Plugins:FeedUser",
            ValueKind.Text,
            "none",
            "User of the feed; sent to its host only."
        ),
        new(
            "NOCOBASE_PKG_PASSWORD",
            "Plugins:FeedPassword",
            ValueKind.Text,
            "none",
            "Password of the user of the feed."
        ),
        new(
            "REDIS_URL",
            "Cluster:RedisUrl",
            ValueKind.RedisUrl,
            "none",
            "Redis for the cache and the messages of nodes; for locks and queue where they are set to `redis`."
        ),
        new(
            "CACHE_DEFAULT_STORE",
            "Cluster:CacheStore",
            ValueKind.OneOf("memory", "redis"),
            "Redis where it has an address, else the database, in memory with SQLite",
            "Where the cache is. `memory`: every node has its own, which is for one node alone."
        ),
        new(
            "CACHE_MEMORY_MAX",
            "Cluster:CacheMemoryMax",
            ValueKind.Integer(1, 10_000_000),
            "`2000`",
            "Most entries of each cache in memory; what was used longest ago goes first."
        ),
        new(
            "CACHE_REDIS_URL",
            "Cluster:CacheRedisUrl",
            ValueKind.RedisUrl,
            "`REDIS_URL`; `redis://localhost:6379/0` when the store is `redis`",
            "Redis for the cache."
        ),
        new(
            "PUBSUB_ADAPTER_REDIS_URL",
            "Cluster:PubSubRedisUrl",
            ValueKind.RedisUrl,
            "`REDIS_URL`, else the database",
            "Redis for messages between nodes."
        ),
        new(
            "LOCK_ADAPTER_DEFAULT",
            "Cluster:LockAdapter",
            ValueKind.OneOf("local", "redis"),
            "`redis` where `LOCK_ADAPTER_REDIS_URL` is set, else `local`",
            "Where locks are. `local`: in the database, in memory with SQLite."
        ),
        new(
            "LOCK_ADAPTER_REDIS_URL",
            "Cluster:LockRedisUrl",
            ValueKind.RedisUrl,
            "`REDIS_URL`, else `redis://localhost:6379/0`",
            "Redis for locks."
        ),
        new(
            "QUEUE_ADAPTER",
            "Cluster:QueueAdapter",
            ValueKind.QueueAdapter,
            "`redis` where `QUEUE_ADAPTER_REDIS_URL` is set, else the database, in memory with SQLite",
            "Where background work waits; in memory it is kept in the storage folder across restarts. `memory` is taken for absent."
        ),
        new(
            "QUEUE_ADAPTER_REDIS_URL",
            "Cluster:QueueRedisUrl",
            ValueKind.RedisUrl,
            "`REDIS_URL`, else `redis://localhost:6379/0`",
            "Redis for background work; it should write its data to disk."
        ),
        new(
            "CLUSTER_MODE",
            "Cluster:Processes",
            ValueKind.Processes,
            "none",
            "Accepted and ignored: one process uses all cores."
        ),
        new(
            "LOGGER_LEVEL",
            "Logs:Level",
            ValueKind.OneOf("error", "warn", "info", "debug", "trace"),
            "`info`",
            "Least severe level that is logged."
        ),
        new(
            "LOGGER_FORMAT",
            "Logs:Format",
            ValueKind.OneOf("console", "json", "logfmt"),
            "`console`",
            "Form of log lines on the standard output."
        ),
    ];
}
