using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Records;

/// <summary>
/// Records as objects, for plugins: reads and writes of the server's own, with the events and checks of every other write and
/// without the limits of a caller.
/// </summary>
public sealed class RecordSets(
    Database database,
    RecordReader reader,
    RecordWriter writer,
    RecordEvents events,
    SchemaStore schemas,
    FilterParser filters,
    ValueContext values
)
{
    /// <summary>How records become objects: camel case, numbers also from text, names of enumerations as text.</summary>
    private readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The records of a collection by the class that has its name; each write is a transaction of its own.</summary>
    public RecordSet<T> Of<T>()
        where T : class => In<T>(session: null);

    /// <summary>As above, within the transaction of another write, as a hook has it.</summary>
    public RecordSet<T> In<T>(WriteSession? session)
        where T : class => new(this, RecordDefinition.AttributeOf(typeof(T)).Name, session);

    internal Collection Find(string name) => schemas.Current[name];

    internal FilterNode? Filter(Collection collection, object? filter) =>
        filter is null
            ? null
            : filters.Parse(JsonSerializer.SerializeToElement(filter, _serializer), collection, Unlimited);

    internal async Task<JsonElement> ReadAsync(
        RecordQuery query,
        WriteSession? session,
        CancellationToken cancellationToken
    )
    {
        using var page = session is null
            ? await reader.ReadAsync(query, cancellationToken)
            : await reader.ReadAsync(query, session, cancellationToken);
        return RecordReader.ToJson(page);
    }

    internal Task<long> CountAsync(RecordQuery query, CancellationToken cancellationToken) =>
        reader.CountAsync(query, cancellationToken);

    internal T ToObject<T>(WrittenRecord record)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            record.WriteTo(json);
        }

        return JsonSerializer.Deserialize<T>(output.WrittenSpan, _serializer)!;
    }

    internal T ToObject<T>(JsonElement record) => record.Deserialize<T>(_serializer)!;

    internal JsonElement ToValues(object given) =>
        JsonSerializer.SerializeToElement(given, given.GetType(), _serializer);

    internal async Task<TResult> WriteAsync<TResult>(
        WriteSession? session,
        Func<RecordWriter, WriteSession, Task<TResult>> write,
        CancellationToken cancellationToken
    )
    {
        if (session is not null)
        {
            return await write(writer, session);
        }

        await using var transaction = await database.BeginAsync(cancellationToken);
        var own = new WriteSession(database, transaction, schemas.Current, Unlimited, events);
        var result = await write(writer, own);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private ValueContext Unlimited => values with { IsUnlimited = true };
}
