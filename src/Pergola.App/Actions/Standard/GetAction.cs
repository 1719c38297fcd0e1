using Pergola.App.Wire;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Actions.Standard;

/// <summary>The first record that matches key and filter, <c>null</c> when there is none.</summary>
[Reads]
internal sealed class GetAction(RecordQueries queries, RecordReader records) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        // A to-one association has nothing to choose from: its key is the source record.
        var query = context.Association is { IsToMany: false }
            ? queries.Parse(context)
            : queries.ParseWithKeys(context);
        if (context.Params.Flag("isTemplate"))
        {
            query = query with { Selection = Template(query.Selection) };
        }

        using var page = await records.ReadAsync(query with { Limit = 1 }, context.Aborted);
        if (page.Count == 0)
        {
            await context.WriteDataAsync(JsonText.Null);
            return;
        }

        await context.WriteRecordAsync(page);
    }

    /// <summary>A record as the pattern of a new one: without what the server gives each record anew.</summary>
    private static Selection Template(Selection selection) =>
        new(
            [.. selection.Columns.Where(c => !IsOwn(c))],
            [
                .. selection.Appends.Select(append =>
                    append.Relation is BelongsTo ? append : append with { Selection = Template(append.Selection) }
                ),
            ]
        );

    private static bool IsOwn(ColumnField column) =>
        column.IsPrimaryKey
        || column.Role != FieldRole.None
        || column.Type.Name is "password" or "sequence" or "sort"
        || (column.Definition.Flag("isForeignKey") ?? false)
        || column.Collection.Relations.OfType<BelongsTo>().Any(r => r.ForeignKey == column);
}
