namespace Pergola.Cluster.PostgreSql;

/// <summary>Names of the tables, and how they are made. They stand beside those of the app, in its schema.</summary>
internal sealed class ClusterTables(string? schema, string prefix)
{
    private readonly string _prefix = prefix + "pergola_";

    /// <summary>What the tables of this installation and of no other in the database are called, for signals and locks.</summary>
    public string Installation => $"{schema}.{_prefix}";

    public string Cache => Name("cache");

    public string Messages => Name("messages");

    public string Locks => Name("locks");

    public string LockTokens => Name("lock_tokens");

    /// <summary>The same as a text in a statement, the way functions of sequences want it.</summary>
    public string LockTokensText => "'" + LockTokens.Replace("'", "''", StringComparison.Ordinal) + "'";

    public string Queue => Name("queue");

    public string Identity => Name("installation");

    public string Workers => Name("workers");

    /// <summary>The cache and long messages may be lost with the server, so they cost it no log.</summary>
    public string Create =>
        $"""
            CREATE UNLOGGED TABLE IF NOT EXISTS {Cache} (
                key text PRIMARY KEY,
                value bytea NOT NULL,
                ends_at timestamptz NOT NULL
            );
            CREATE INDEX IF NOT EXISTS {Quote(_prefix + "cache_ends")} ON {Cache} (ends_at);
            CREATE UNLOGGED TABLE IF NOT EXISTS {Messages} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                body bytea NOT NULL,
                sent_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE SEQUENCE IF NOT EXISTS {LockTokens};
            CREATE TABLE IF NOT EXISTS {Locks} (
                key text PRIMARY KEY,
                token bigint NOT NULL,
                ends_at timestamptz NOT NULL
            );
            CREATE TABLE IF NOT EXISTS {Queue} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                channel text NOT NULL,
                body bytea NOT NULL,
                due_at timestamptz NOT NULL,
                receipt uuid,
                losses int NOT NULL DEFAULT 0,
                failures int NOT NULL DEFAULT 0,
                max_retries int NOT NULL,
                back_off interval NOT NULL,
                error text,
                died_at timestamptz
            );
            CREATE INDEX IF NOT EXISTS {Quote(
                _prefix + "queue_due"
            )} ON {Queue} (channel, due_at) WHERE died_at IS NULL;
            CREATE INDEX IF NOT EXISTS {Quote(_prefix + "queue_dead")} ON {Queue} (channel, died_at)
                WHERE died_at IS NOT NULL;
            CREATE TABLE IF NOT EXISTS {Identity} (id uuid PRIMARY KEY);
            INSERT INTO {Identity} (id) SELECT '{Guid.NewGuid()}' WHERE NOT EXISTS (SELECT 1 FROM {Identity});
            CREATE TABLE IF NOT EXISTS {Workers} (
                slot int PRIMARY KEY,
                holder text NOT NULL,
                until bigint NOT NULL
            );
            INSERT INTO {Workers} (slot, holder, until) SELECT n, '', 0 FROM generate_series(0, 255) n
                ON CONFLICT (slot) DO NOTHING;
            """;

    public string? CreateSchema => schema is null ? null : $"CREATE SCHEMA IF NOT EXISTS {Quote(schema)}";

    private string Name(string table) =>
        schema is null ? Quote(_prefix + table) : $"{Quote(schema)}.{Quote(_prefix + table)}";

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
