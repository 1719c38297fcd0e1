using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Records of a collection or association: one page with its count, or all of them.</summary>
[Reads]
public sealed class ListAction(RecordQueries queries, RecordReader records) : IAction
{
    private const int DefaultPageSize = 20;

    public ValueTask ExecuteAsync(ActionContext context) => ExecuteAsync(context, further: null);

    /// <summary>For lists of a plugin that leave out further records.</summary>
    public async ValueTask ExecuteAsync(ActionContext context, FilterNode? further)
    {
        if (context.Association is { IsToMany: false } single)
        {
            await AnswerSingleAsync(context, single.Name);
            return;
        }

        var query = queries.Parse(context, context.Params.Tree);
        query = query with { Filter = FilterNode.And(query.Filter, further) };
        if (!context.Params.Paginate)
        {
            await using var all = await records.OpenAsync(query, context.Aborted);
            await context.WriteRecordsAsync(all, long.MaxValue, writeMeta: null);
            return;
        }

        var page = context.Params.Page;
        var pageSize = context.Params.PageSize ?? DefaultPageSize;
        query = query with { Limit = pageSize, Offset = (long)(page - 1) * pageSize };
        await (
            WithoutCount(context)
                ? AnswerWithoutCountAsync(context, query, page, pageSize)
                : AnswerWithCountAsync(context, query, page, pageSize)
        );
    }

    private static bool WithoutCount(ActionContext context) =>
        context.Params.Text("count") switch
        {
            null or "" => context.Collection.SimplePaginate,
            "exact" => false,
            "none" => true,
            var other => throw new BadRequestException(
                "Parameter {name} must be one of {values}, not \"{value}\"",
                [("name", "count"), ("values", "exact, none"), ("value", other)],
                "count"
            ),
        };

    /// <summary>
    /// The count comes first: a request that waited for it while it held the connection of its rows could keep the count from
    /// ever getting one.
    /// </summary>
    private async ValueTask AnswerWithCountAsync(ActionContext context, RecordQuery query, int page, int pageSize)
    {
        var count = await records.CountAsync(query, context.Aborted);
        await using var cursor = await records.OpenAsync(query, context.Aborted);
        await context.WriteRecordsAsync(
            cursor,
            pageSize,
            (meta, _) =>
            {
                meta.WriteNumber("count", count);
                meta.WriteNumber("page", page);
                meta.WriteNumber("pageSize", pageSize);
                meta.WriteNumber("totalPage", (count + pageSize - 1) / pageSize);
            }
        );
    }

    /// <summary>One row more than asked for tells whether a next page exists.</summary>
    private async ValueTask AnswerWithoutCountAsync(ActionContext context, RecordQuery query, int page, int pageSize)
    {
        await using var cursor = await records.OpenAsync(query with { Limit = pageSize + 1L }, context.Aborted);
        await context.WriteRecordsAsync(
            cursor,
            pageSize,
            (meta, hasNext) =>
            {
                meta.WriteBoolean("hasNext", hasNext);
                meta.WriteNumber("page", page);
                meta.WriteNumber("pageSize", pageSize);
            }
        );
    }

    /// <summary>A to-one association has one record at most; it is listed only without pages.</summary>
    private async ValueTask AnswerSingleAsync(ActionContext context, string name)
    {
        if (context.Params.Paginate)
        {
            throw new BadRequestException(
                "\"{association}\" leads to a single record: use get",
                [("association", name)],
                name
            );
        }

        using var page = await records.ReadAsync(queries.Parse(context) with { Limit = 1 }, context.Aborted);
        if (page.Count == 0)
        {
            await context.WriteNoContentAsync();
            return;
        }

        await context.WriteRecordAsync(page);
    }
}
