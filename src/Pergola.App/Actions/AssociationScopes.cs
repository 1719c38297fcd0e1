using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>The source record of an association URL.</summary>
public static class AssociationScopes
{
    /// <summary>The restriction an association URL stands for, null for a plain resource.</summary>
    /// <exception cref="PergolaException">The source key does not fit.</exception>
    public static AssociationScope? Of(ActionContext context) =>
        context.Association is { } relation && context.Route.SourceKey is { } text
            ? new AssociationScope(relation, SourceKey(text, KeyColumn(relation), context.ValueContext))
            : null;

    /// <summary>The column the source key is compared with: the relation's local key, for belongsTo the record key.</summary>
    public static ColumnField KeyColumn(Relation relation) =>
        relation is BelongsTo ? relation.Collection.SingleKey : relation.LocalKey;

    public static object SourceKey(string text, ColumnField column, ValueContext values)
    {
        if (!text.StartsWith('{'))
        {
            return KeyParser.Value(JsonSerializer.SerializeToElement(text, JsonText.Serializer), column, values);
        }

        try
        {
            var parts = JsonText.Parse(text);
            if (parts.TryGetProperty(column.Name, out var part))
            {
                return KeyParser.Value(part, column, values);
            }
        }
        catch (JsonException exception)
        {
            throw new BadRequestException("The source key is not valid JSON", field: column.Name, inner: exception);
        }

        throw new BadRequestException("The source key lacks {field}", [("field", column.Name)], column.Name);
    }
}
