using System.Data.Common;
using System.Diagnostics;
using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>The document of an app with 500 collections of 30 fields.</summary>
public sealed class LargeSchemaTests
{
    private const int Collections = 500;
    private const int Fields = 30;

    [Fact]
    public async Task Five_hundred_collections_are_told_well_within_a_second()
    {
        await using var database = await TestDatabase.CreateAsync(
            Backend.Sqlite,
            TestContext.Current.CancellationToken
        );
        await using var app = await AppUnderTest.StartAsync(database, [new LargePlugin()]);
        var root = await app.SignInAsync();
        await Documented.ReadAsync(app, root, "core");
        var watch = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Client.BaseAddress + "swagger:get");
        request.Headers.TryAddWithoutValidation(root.Name, root.Value);
        using var response = await app.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        var first = watch.Elapsed;
        var bytes = (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        var whole = watch.Elapsed;
        watch.Restart();
        var parts = await app.SendAsync("GET", "swagger:listParts", null, root);
        var listed = watch.Elapsed;
        watch.Restart();
        var one = await Documented.ReadAsync(app, root, "collections/large7");
        var single = watch.Elapsed;

        Console.WriteLine(
            $"note: {Collections} collections of {Fields} fields: {bytes:N0} bytes in {whole.TotalMilliseconds:N0} ms, the first after "
                + $"{first.TotalMilliseconds:N0} ms; parts {listed.TotalMilliseconds:N0} ms, one {single.TotalMilliseconds:N0} ms"
        );
        Assert.Equal(200, (int)response.StatusCode);
        Assert.True(response.Headers.TransferEncodingChunked, "The document leaves while it is written.");
        Assert.InRange(bytes, 5_000_000, 60_000_000);
        Assert.True(whole < TimeSpan.FromSeconds(5), $"{whole}");
        Assert.True(listed < TimeSpan.FromSeconds(2), $"{listed}");
        Assert.True(single < TimeSpan.FromSeconds(1), $"{single}");
        Assert.Equal(200, parts.Status);
        Assert.All(one.Operations, id => Assert.StartsWith("large7.", id, StringComparison.Ordinal));
    }

    [Plugin("large")]
    private sealed class LargePlugin : Plugin
    {
        public override void Configure(PluginBuilder plugin) => plugin.DefinitionSource<LargeSource>();
    }

    private sealed class LargeSource : IDefinitionSource
    {
        public ValueTask<StoredDefinitions> ReadAsync(
            SchemaSnapshot code,
            DbConnection connection,
            DbTransaction? transaction,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(new StoredDefinitions(1, [.. Enumerable.Range(0, Collections).Select(Define)]));

        private static CollectionDefinition Define(int number)
        {
            var types = new[] { "string", "integer", "decimal", "date", "boolean", "text" };
            var fields = Enumerable
                .Range(0, Fields - 2)
                .Select(n =>
                    $$$"""{"name":"field{{{n}}}","type":"{{{types[n % types.Length]}}}","interface":"input","uiSchema":{"title":"Field {{{n}}}"}}"""
                );
            var next = (number + 1) % Collections;
            return CollectionDefinition.Parse(
                $$"""
                {"name":"large{{number}}","title":"Large {{number}}","fields":[
                  {"name":"id","type":"bigInt","interface":"id","primaryKey":true,"autoIncrement":true},
                  {{string.Join(',', fields)}},
                  {"name":"next","type":"belongsTo","interface":"m2o","target":"large{{next}}","foreignKey":"nextId"}
                ]}
                """,
                isCode: false
            );
        }
    }
}
