using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pergola.App.Describing;

/// <summary>
/// The form of a value that is sent or answered, as a JSON schema. Written down as <c>{id: int64, name?: string "What people
/// call it", tags: string[], mode: 'one' | 'all' | null, user: @users}</c>, where <c>@</c> names a collection whose record it is.
/// </summary>
public sealed class Shape
{
    internal Shape(JsonElement schema, IReadOnlyList<string> records)
    {
        Schema = schema;
        Records = records;
    }

    /// <summary>The schema; records are references to <see cref="ReferenceTo"/>.</summary>
    public JsonElement Schema { get; }

    /// <summary>Names of the collections it refers to.</summary>
    public IReadOnlyList<string> Records { get; }

    /// <summary>Where a document has the schema of a collection's records.</summary>
    public static string ReferenceTo(string collection) => $"#/components/schemas/{collection}";

    /// <exception cref="FormatException">The text is no shape; the message says where.</exception>
    public static Shape Parse(string text) => new ShapeParser(text).Parse();

    [SuppressMessage("Usage", "CA2225", Justification = "Parse is its name.")]
    public static implicit operator Shape(string text) => Parse(text);
}
