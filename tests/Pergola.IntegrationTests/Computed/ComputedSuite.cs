using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Computed;

/// <summary>Writes to a collection whose computed fields a test names.</summary>
public abstract class ComputedSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    private const string Sequences = """
        {"name":"sequences","fields":[
        {"name":"collection","type":"string"},
        {"name":"field","type":"string"},
        {"name":"key","type":"integer"},
        {"name":"current","type":"bigInt"},
        {"name":"lastGeneratedAt","type":"date"}]}
        """;

    /// <summary>A collection with the given fields and a key of its own.</summary>
    protected async Task<Subject> SubjectAsync(string fields, string options = "")
    {
        var name = NewName();
        var schema = Schema(
            $$"""{"name":"{{name}}"{{options}},"fields":[{"name":"key","type":"integer","primaryKey":true},{{fields}}]}""",
            Sequences
        );
        await CreateAsync(schema);
        return new Subject(Database, schema, schema[name], Cancelled);
    }

    protected sealed class Subject(
        Database database,
        SchemaSnapshot schema,
        Collection collection,
        CancellationToken cancelled
    )
    {
        private readonly RecordWriter _writer = new();

        public Collection Collection { get; } = collection;

        public async Task<JsonElement> InsertAsync(string json) => (await InsertManyAsync(json))[0];

        /// <summary>Creates the records in one statement where it can be.</summary>
        public Task<JsonElement[]> InsertManyAsync(params string[] records) =>
            WriteAsync(async session =>
            {
                var written = await _writer.InsertManyAsync(
                    session,
                    Collection,
                    [.. records.Select(r => JsonText.Parse(r))],
                    WriteOptions.Default,
                    cancelled
                );
                return written.Select(w => w.ToElement()).ToArray();
            });

        public Task<JsonElement> UpdateAsync(int key, string json) =>
            WriteAsync(session => UpdateAsync(session, key, json));

        private async Task<JsonElement> UpdateAsync(WriteSession session, int key, string json)
        {
            var written = await _writer.UpdateAsync(
                session,
                Collection,
                new RecordKey(Collection.PrimaryKey, [key]),
                null,
                JsonText.Parse(json),
                WriteOptions.Default,
                cancelled
            );
            return written?.ToElement() ?? default;
        }

        private async Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> write)
        {
            try
            {
                return await CommitAsync(write);
            }
            catch (DbException refused)
            {
                // As the edge of the app does.
                throw await new ErrorTranslator(database).TranslateAsync(refused, schema, cancelled)
                    ?? (Exception)refused;
            }
        }

        private async Task<T> CommitAsync<T>(Func<WriteSession, Task<T>> write)
        {
            await using var transaction = await database.BeginAsync(cancelled);
            var context = new ValueContext
            {
                Clock = TimeProvider.System,
                Ids = new SnowflakeIds(TimeProvider.System, 1),
            };
            var result = await write(new WriteSession(database, transaction, schema, context, new RecordEvents([])));
            await transaction.CommitAsync(cancelled);
            return result;
        }
    }
}
