using Pergola.Core.Errors;

namespace Pergola.Plugins.UiSchemas.Schemas;

/// <summary>What is wrong with a change of a tree.</summary>
internal static class SchemaFaults
{
    public static BadRequestException Unknown(string uid) =>
        new("There is no schema {uid}", [("uid", uid)], SchemaInput.UidName);

    public static BadRequestException Taken(string field, string name) =>
        new("{name}: \"{uid}\" is taken", [("name", field), ("uid", name)], field);

    public static BadRequestException Position() =>
        new(
            "\"{field}\" must be one of {values}",
            [("field", "position"), ("values", string.Join(", ", SchemaPosition.Names))],
            "position"
        );
}
