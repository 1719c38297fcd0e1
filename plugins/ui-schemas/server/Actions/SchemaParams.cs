using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;

namespace Pergola.Plugins.UiSchemas.Actions;

/// <summary>What actions on schemas have in common.</summary>
internal static class SchemaParams
{
    /// <summary>The uid in the address.</summary>
    /// <exception cref="BadRequestException">There is none.</exception>
    public static string Uid(this ActionContext context) =>
        context.Params.FilterByTk is { ValueKind: JsonValueKind.String } key && key.GetString() is { Length: > 0 } uid
            ? uid
            : throw new BadRequestException("Parameter {name} is missing", [("name", "filterByTk")], "filterByTk");

    /// <summary>Answers what changes without a result of their own answer.</summary>
    public static ValueTask WriteDoneAsync(this ActionContext context) =>
        context.WriteDataAsync(JsonSerializer.SerializeToElement(new { result = "ok" }, JsonText.Serializer));
}
