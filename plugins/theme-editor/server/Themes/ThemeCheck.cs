using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ThemeEditor.Themes;

/// <summary>
/// What a theme may hold. Its values end up in the style sheets of everybody, the signed-out too: they are single values, and
/// nothing that would end one or load something.
/// </summary>
internal static partial class ThemeCheck
{
    private const int LongestName = 100;
    private const int MostBytes = 65_536;
    private static readonly string[] Algorithms = ["defaultAlgorithm", "darkAlgorithm", "compactAlgorithm"];

    /// <exception cref="BadRequestException">It is no theme; the message names the part.</exception>
    public static void Check(JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object || config.GetRawText().Length > MostBytes)
        {
            throw Wrong("config");
        }

        if (config.Text("name")?.Trim() is not { Length: > 0 and <= LongestName })
        {
            throw Wrong("config.name");
        }

        if (config.Get("algorithm") is { } algorithm && !IsAlgorithm(algorithm))
        {
            throw Wrong("config.algorithm");
        }

        foreach (var part in new[] { "token", "components" })
        {
            if (config.Get(part) is { } values)
            {
                CheckValues(values, "config." + part, depth: 0);
            }
        }
    }

    private static bool IsAlgorithm(JsonElement algorithm) =>
        algorithm.ValueKind == JsonValueKind.Array ? algorithm.EnumerateArray().All(IsKnown) : IsKnown(algorithm);

    private static bool IsKnown(JsonElement algorithm) =>
        algorithm.ValueKind == JsonValueKind.String
        && Algorithms.Contains(algorithm.GetString(), StringComparer.Ordinal);

    private static void CheckValues(JsonElement values, string path, int depth)
    {
        if (values.ValueKind != JsonValueKind.Object || depth > 2)
        {
            throw Wrong(path);
        }

        foreach (var property in values.EnumerateObject())
        {
            var name = $"{path}.{property.Name}";
            if (!Word().IsMatch(property.Name))
            {
                throw Wrong(path);
            }

            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null:
                    break;
                case JsonValueKind.String when IsHarmless(property.Value.GetString()!):
                    break;
                case JsonValueKind.Object:
                    CheckValues(property.Value, name, depth + 1);
                    break;
                default:
                    throw Wrong(name);
            }
        }
    }

    private static bool IsHarmless(string value) =>
        Value().IsMatch(value) && !value.Contains("url(", StringComparison.OrdinalIgnoreCase);

    private static BadRequestException Wrong(string part) =>
        new("\"{field}\" is not what a theme may hold", [("field", part)], part);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Za-z0-9#%.,()'"" _+*/-]{0,300}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
