using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>Operators on fields that hold several texts, which count as a set.</summary>
internal static class SetOperators
{
    public static Truth Match(Subject subject, JsonElement operand) =>
        subject.Value is string[] elements ? elements.ToHashSet().SetEquals(Texts(operand)) : Truth.Unknown;

    public static Truth Contains(Subject subject, JsonElement operand) =>
        subject.Value is string[] elements ? elements.ToHashSet().IsSupersetOf(Texts(operand)) : Truth.Unknown;

    /// <summary>An empty list has nothing in common with anything, not even with what is unknown.</summary>
    public static Truth AnyOf(Subject subject, JsonElement operand)
    {
        var wanted = Texts(operand);
        return wanted.Count == 0 ? Truth.No
            : subject.Value is string[] elements ? elements.ToHashSet().Overlaps(wanted)
            : Truth.Unknown;
    }

    public static Truth NoneOf(Subject subject, JsonElement operand) =>
        subject.Value is null ? Truth.Yes : !AnyOf(subject, operand);

    public static Truth IsEmpty(Subject subject) => subject.Value is null or string[] { Length: 0 };

    private static HashSet<string> Texts(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Array
            ? [.. operand.EnumerateArray().Select(e => e.GetString()!)]
            : [operand.GetString()!];
}
