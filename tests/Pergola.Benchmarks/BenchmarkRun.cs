using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Pergola.Benchmarks.Load;

namespace Pergola.Benchmarks;

/// <summary>
/// Measures the product beside the hand-written baseline on the same table of the same database. Runs are interleaved and
/// the medians compared, because absolute numbers of a shared machine mean nothing.
/// </summary>
internal sealed class BenchmarkRun(BenchmarkSettings settings)
{
    private const int ProductPort = 23000;
    private const int BaselinePort = 23001;
    private readonly List<(string Name, double Value, double Goal, bool AtLeast)> _results = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pergola-bench").FullName;
        await MeasureStartAsync(folder, cancellationToken);
        var database = await CreateDatabaseAsync(cancellationToken);
        try
        {
            await MeasureRequestsAsync(folder, database, cancellationToken);
        }
        finally
        {
            await DropDatabaseAsync(database, cancellationToken);
            Directory.Delete(folder, recursive: true);
        }

        return Report();
    }

    /// <summary>Processor time from start to healthy on an existing SQLite database, and memory at rest.</summary>
    private async Task MeasureStartAsync(string folder, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>
        {
            ["STORAGE_PATH"] = folder,
            ["APP_PORT"] = Text(ProductPort),
        };
        await using (var first = ChildProcess.Start(settings.Server, [], environment))
        {
            await HealthyAsync(cancellationToken);
        }

        await using var second = ChildProcess.Start(settings.Server, [], environment);
        await HealthyAsync(cancellationToken);
        Add("start to healthy, CPU seconds", second.CpuTime.TotalSeconds, 2, atLeast: false);
        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        Add("idle resident memory, MiB", second.ResidentMiB, 120, atLeast: false);
    }

    private async Task MeasureRequestsAsync(string folder, string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.Postgres.ConnectionString)
        {
            Database = database,
            MaxPoolSize = 20,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
        };
        await using var product = ChildProcess.Start(
            settings.Server,
            [],
            new Dictionary<string, string>
            {
                ["STORAGE_PATH"] = folder,
                ["APP_PORT"] = Text(ProductPort),
                ["LOGGER_LEVEL"] = "warn",
                ["DB_DIALECT"] = "postgres",
                ["DB_HOST"] = connection.Host!,
                ["DB_PORT"] = Text(connection.Port),
                ["DB_DATABASE"] = database,
                ["DB_USER"] = connection.Username!,
                ["DB_PASSWORD"] = connection.Password ?? "",
                ["DB_POOL_MAX"] = "20",
            }
        );
        await HealthyAsync(cancellationToken);
        var token = await PrepareAsync(connection.ConnectionString, cancellationToken);
        await using var baseline = ChildProcess.Start(
            Environment.ProcessPath!,
            ["baseline", connection.ConnectionString, Text(BaselinePort)],
            new Dictionary<string, string>()
        );
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);

        var scripts = new Scripts(folder, settings.Rows);
        var get = await CompareAsync("get", scripts.Get, token, 0.70);
        var list = await CompareAsync(
            "list without count",
            product => scripts.List(product, count: false),
            token,
            0.70
        );
        await CompareAsync("list with shared exact count", product => scripts.List(product, count: true), token, 0.70);
        await CompareAsync("create", scripts.Create, token, 0.60);
        Add("resident memory at full load, MiB", product.ResidentMiB, 250, atLeast: false);

        var id = await PgBenchAsync(
            connection,
            "\\set id random(1, 100000)\nSELECT * FROM \"bench\" WHERE \"id\" = :id LIMIT 1;\n",
            folder
        );
        Add("baseline get ÷ pgbench", get / id, 0.35, atLeast: true);
        var page = await PgBenchAsync(
            connection,
            "\\set page random(0, 49)\nSELECT * FROM \"bench\" ORDER BY \"email\" LIMIT 21 OFFSET :page * 20;\n",
            folder
        );
        Add("baseline list without count ÷ pgbench", list / page, 0.25, atLeast: true);
    }

    /// <summary>Median of the baseline, after adding the ratio of product to baseline.</summary>
    private async Task<double> CompareAsync(string name, Func<bool, string> script, string token, double goal)
    {
        List<double> product = [];
        List<double> baseline = [];
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var b = await Wrk.RunAsync(
                $"http://127.0.0.1:{BaselinePort}/",
                script(false),
                null,
                settings.Connections,
                settings.Seconds
            );
            var p = await Wrk.RunAsync(
                $"http://127.0.0.1:{ProductPort}/",
                script(true),
                token,
                settings.Connections,
                settings.Seconds
            );
            if (round == 0)
            {
                // The first round warms both up.
                continue;
            }

            baseline.Add(b);
            product.Add(p);
        }

        var (medianProduct, medianBaseline) = (Median(product), Median(baseline));
        Console.WriteLine($"{name}: product {medianProduct:N0}/s, baseline {medianBaseline:N0}/s");
        Add($"{name}, product ÷ baseline", medianProduct / medianBaseline, goal, atLeast: true);
        return medianBaseline;
    }

    private async Task<double> PgBenchAsync(NpgsqlConnectionStringBuilder connection, string sql, string folder)
    {
        var script = Path.Combine(folder, "pgbench.sql");
        await File.WriteAllTextAsync(script, sql);
        var output = await ChildProcess.RunAsync(
            settings.PgBench,
            [
                "-n",
                "-M",
                "prepared",
                "-f",
                script,
                "-c",
                Text(settings.Connections),
                "-T",
                Text(settings.Seconds * 2),
                "-h",
                connection.Host!,
                "-p",
                Text(connection.Port),
                "-U",
                connection.Username!,
                connection.Database!,
            ],
            new Dictionary<string, string> { ["PGPASSWORD"] = connection.Password ?? "" }
        );
        var match = Regex.Match(output, @"tps = ([\d.]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Models the table through the API and fills it below.</summary>
    private async Task<string> PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ProductPort}/api/") };
        using var signIn = await http.PostAsJsonAsync(
            "/api/auth:signIn",
            new { account = "admin@nocobase.com", password = "admin123" },
            cancellationToken
        );
        signIn.EnsureSuccessStatusCode();
        var answer = await signIn.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var token = answer.GetProperty("data").GetProperty("token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var created = await http.PostAsync(
            "/api/collections:create",
            new StringContent(
                """
                {
                  "name": "bench", "autoGenId": false, "createdAt": true, "updatedAt": true,
                  "fields": [
                    { "name": "id", "type": "snowflakeId", "primaryKey": true, "allowNull": false },
                    { "name": "name", "type": "string" },
                    { "name": "email", "type": "string", "unique": true, "allowNull": false },
                    { "name": "age", "type": "integer" }, { "name": "active", "type": "boolean" },
                    { "name": "score", "type": "double" }, { "name": "note", "type": "text" }
                  ]
                }
                """,
                new MediaTypeHeaderValue("application/json")
            ),
            cancellationToken
        );
        created.EnsureSuccessStatusCode();

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var fill = source.CreateCommand(
            $"""
            INSERT INTO "bench" ("id", "name", "email", "age", "active", "score", "note", "createdAt", "updatedAt")
            SELECT n, 'Person number ' || n, 'person' || lpad(n::text, 7, '0') || '@example.com', n % 90, n % 2 = 0, n / 7.0,
                   CASE WHEN n % 3 = 0 THEN 'A note of some length for person ' || n END, now(), now()
            FROM generate_series(1, {settings.Rows}) n
            """
        );
        await fill.ExecuteNonQueryAsync(cancellationToken);
        await using var analyze = source.CreateCommand("VACUUM ANALYZE \"bench\"");
        await analyze.ExecuteNonQueryAsync(cancellationToken);
        return token;
    }

    private async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(settings.Postgres.ConnectionString);
        await using var command = source.CreateCommand(
            $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        return name;
    }

    private async Task DropDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(settings.Postgres.ConnectionString);
        await using var command = source.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task HealthyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(
                    $"http://127.0.0.1:{ProductPort}/api/__health_check",
                    deadline.Token
                );
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20, deadline.Token);
        }
    }

    private void Add(string name, double value, double goal, bool atLeast) =>
        _results.Add((name, value, goal, atLeast));

    private int Report()
    {
        var failed = 0;
        foreach (var (name, value, goal, atLeast) in _results)
        {
            var met = atLeast ? value >= goal : value <= goal;
            failed += met ? 0 : 1;
            Console.WriteLine(
                $"{(met ? "ok  " : "MISS")} {name}: {value:0.00} ({(atLeast ? "at least" : "at most")} {goal:0.00})"
            );
        }

        Console.WriteLine($"{_results.Count - failed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
