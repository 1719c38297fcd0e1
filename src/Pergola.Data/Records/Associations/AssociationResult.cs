using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>What a response says about one association besides the columns of a record.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="IsToMany">Whether the targets are an array.</param>
/// <param name="Targets">Written targets in order; null for a to-one association that was emptied.</param>
internal sealed record AssociationResult(JsonEncodedText Name, bool IsToMany, IReadOnlyList<ITargetResult>? Targets)
{
    public void WriteTo(Utf8JsonWriter writer, Func<ColumnField, bool>? isSeen)
    {
        writer.WritePropertyName(Name);
        if (Targets is null)
        {
            writer.WriteNullValue();
            return;
        }

        if (!IsToMany)
        {
            Targets[0].WriteTo(writer, isSeen);
            return;
        }

        writer.WriteStartArray();
        foreach (var target in Targets)
        {
            target.WriteTo(writer, isSeen);
        }

        writer.WriteEndArray();
    }
}

/// <summary>A target in a response: whole, or its key alone.</summary>
internal interface ITargetResult
{
    void WriteTo(Utf8JsonWriter writer, Func<ColumnField, bool>? isSeen);
}

/// <summary>A target that was written or is shown whole.</summary>
internal sealed class WholeTarget(WrittenRecord record) : ITargetResult
{
    public void WriteTo(Utf8JsonWriter writer, Func<ColumnField, bool>? isSeen) => record.WriteTo(writer, isSeen);
}

/// <summary>A target that was only linked.</summary>
internal sealed class LinkedTarget(ColumnField key, JsonElement value) : ITargetResult
{
    public void WriteTo(Utf8JsonWriter writer, Func<ColumnField, bool>? isSeen)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(key.JsonName);
        value.WriteTo(writer);
        writer.WriteEndObject();
    }
}
