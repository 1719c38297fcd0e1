using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>Strategies as requests give them.</summary>
internal static class Strategies
{
    private static readonly string[] Suffixes = ["", ":own", ":all"];

    /// <exception cref="BadRequestException">Not an object with a list of known actions.</exception>
    public static JsonElement Check(JsonElement strategy)
    {
        if (strategy.ValueKind == JsonValueKind.Null)
        {
            return strategy;
        }

        var actions = strategy.Get("actions");
        var isRight = actions switch
        {
            null => strategy.ValueKind == JsonValueKind.Object,
            { ValueKind: JsonValueKind.String } one => one.GetString() == "*",
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().All(IsKnown),
            _ => false,
        };
        return isRight
            ? strategy
            : throw new BadRequestException(
                "\"strategy\" must have a list of actions such as view or update:own",
                field: "strategy"
            );
    }

    private static bool IsKnown(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.String
        && ActionNames.All.Any(a => Suffixes.Any(s => entry.GetString() == a + s));
}
