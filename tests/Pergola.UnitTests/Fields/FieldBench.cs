using System.Buffers;
using System.Text;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Fields;

/// <summary>One field of a collection named <c>things</c>, its values going in as JSON and coming out as JSON.</summary>
internal sealed class FieldBench
{
    public static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero);

    public FieldBench(string type, string options = "", string? serverZone = null, string? clientZone = null)
    {
        var comma = options.Length == 0 ? "" : ",";
        var definition = CollectionDefinition.Parse(
            $$"""{"name":"things","fields":[{"name":"f","type":"{{type}}"{{comma}}{{options}}}]}"""
        );
        var schema = new SchemaBuilder(new FieldTypeRegistry(StandardFieldTypes.All), new Naming(), 63).Build(
            1,
            [definition]
        );
        Assert.Empty(schema.Issues);
        Assert.True(schema["things"].TryGetColumn("f", out var field));
        Field = field;
        var clock = new FixedClock(Now);
        Context = new ValueContext
        {
            Clock = clock,
            Ids = new SnowflakeIds(clock, 8),
            ServerZone = Zone(serverZone) ?? TimeZoneInfo.Utc,
            ClientZone = Zone(clientZone),
            UserId = 7,
        };
    }

    public ColumnField Field { get; }

    public ValueContext Context { get; init; }

    public object? Parse(string json) => Field.Type.Parse(JsonText.Parse(json), Field, Context);

    public object? Operand(string json) => Field.Type.ParseOperand(JsonText.Parse(json), Field, Context);

    /// <summary>What is read back after a value was saved; <c>null</c> for NULL.</summary>
    public string RoundTrip(string json) => Parse(json) is { } stored ? Write(stored) : "null";

    public string Write(object stored)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            Field.Type.Write(new ColumnCursor(new StoredValue(stored), null!, 0), Field, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Asserts that a value is refused with an error that names the field.</summary>
    public ValidationException Refuse(string json)
    {
        var exception = Assert.Throws<ValidationException>(() => Parse(json));
        Assert.Equal("f", exception.Field);
        Assert.Contains("f", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", exception.Message, StringComparison.Ordinal);
        return exception;
    }

    private static TimeZoneInfo? Zone(string? name)
    {
        if (name is null)
        {
            return null;
        }

        return name[0] is '+' or '-'
            ? TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.Parse(name.TrimStart('+')), name, name)
            : TimeZoneInfo.FindSystemTimeZoneById(name);
    }
}
