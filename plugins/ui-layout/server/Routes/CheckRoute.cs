using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>Refuses entries of menus that lead nowhere, or where nobody should be led, and those in impossible places.</summary>
internal sealed class CheckRoute(RoutePlaces places) : IRecordHandler
{
    private const int MaxUid = 255;

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var routes = change.Collection;
        var type = CheckType(change);
        if (change.Values.GetValueOrDefault(routes.Column("options")) is string options)
        {
            CheckOptions(JsonText.Parse(options));
        }

        CheckUid(change, type);
        await places.CheckUidAsync(change, session, cancellationToken);
        await places.CheckPlaceAsync(change, type, session, cancellationToken);
    }

    private static string? CheckType(RecordChange change)
    {
        var column = change.Collection.Column("type");
        var isGiven = change.Values.TryGetValue(column, out var value);
        if (!isGiven && change.Kind == ChangeKinds.Update)
        {
            return null;
        }

        return value is string type && RouteTypes.All.Contains(type, StringComparer.Ordinal)
            ? type
            : throw new BadRequestException(
                "\"{field}\" must be one of {values}",
                [("field", "type"), ("values", string.Join(", ", RouteTypes.All))],
                "type"
            );
    }

    private static void CheckOptions(JsonElement options)
    {
        if (options.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            throw new BadRequestException("{field} must be an object", [("field", "options")], "options");
        }

        if (options.Get("href") is { } address)
        {
            LinkAddress.Check(address.ValueKind == JsonValueKind.String ? address.GetString()! : "\0");
        }
    }

    /// <summary>Pages and their tabs are found by their uid, so that each has one.</summary>
    private static void CheckUid(RecordChange change, string? type)
    {
        var column = change.Collection.Column("schemaUid");
        if (change.Values.GetValueOrDefault(column) is string { Length: > 0 } uid)
        {
            if (uid.Length > MaxUid || uid.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\'))
            {
                throw new BadRequestException(
                    "\"{field}\" must be a name of at most {max} characters without blanks and slashes",
                    [("field", column.Name), ("max", MaxUid.ToString())],
                    column.Name
                );
            }
        }
        else if (change.Kind == ChangeKinds.Create && type is RouteTypes.FlowPage or RouteTypes.Tabs)
        {
            change.Values[column] = RandomText.Uid();
        }
    }
}
