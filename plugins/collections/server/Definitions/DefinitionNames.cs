using System.Text.Json.Nodes;
using Pergola.Core.Errors;
using Pergola.Core.Ids;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>Names of collections and fields: what is allowed and what is made up when none is given.</summary>
internal static class DefinitionNames
{
    private const int MaxLength = 63;

    /// <summary>The name given, else <paramref name="prefix"/> and eleven random characters.</summary>
    /// <exception cref="ValidationException">Not a name, or too long.</exception>
    public static string Read(JsonObject values, string prefix)
    {
        var given = values["name"];
        if (given is null)
        {
            return prefix + RandomText.Uid();
        }

        if (given is not JsonValue value || !value.TryGetValue(out string? name) || !IsName(name))
        {
            throw new ValidationException(
                "\"{name}\" is not a name: use letters, digits, underscores and hyphens, starting with a letter, a digit or an underscore",
                [("name", given.ToString())],
                "name"
            );
        }

        return name.Length <= MaxLength
            ? name
            : throw new ValidationException("Identifier {name} is too long", [("name", name)], "name");
    }

    public static bool IsName(string name) =>
        name.Length > 0 && name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
