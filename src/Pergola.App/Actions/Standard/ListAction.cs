using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Records of a collection or association: one page with its count, or all of them.</summary>
internal sealed class ListAction(RecordQueries queries, RecordReader records) : IAction
{
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Association is { IsToMany: false } single)
        {
            await AnswerSingleAsync(context, single.Name);
            return;
        }

        var query = queries.Parse(context, context.Params.Tree);
        if (!context.Params.Paginate)
        {
            await AnswerAsync(context, query, null, page: 0, pageSize: 0);
            return;
        }

        var page = context.Params.Page;
        var pageSize = context.Params.PageSize ?? DefaultPageSize;
        query = query with { Limit = pageSize, Offset = (long)(page - 1) * pageSize };
        if (WithoutCount(context))
        {
            await AnswerWithoutCountAsync(context, query, page, pageSize);
            return;
        }

        var counting = records.CountAsync(query, context.Aborted);
        await AnswerAsync(context, query, counting, page, pageSize);
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

    private static void WriteMeta(Utf8JsonWriter meta, long count, int page, int pageSize)
    {
        meta.WriteNumber("count", count);
        meta.WriteNumber("page", page);
        meta.WriteNumber("pageSize", pageSize);
        meta.WriteNumber("totalPage", (count + pageSize - 1) / pageSize);
    }

    private async ValueTask AnswerAsync(
        ActionContext context,
        RecordQuery query,
        Task<long>? counting,
        int page,
        int pageSize
    )
    {
        await using var cursor = await records.OpenAsync(query, context.Aborted);
        using var first = await cursor.NextAsync(context.Aborted);
        Action<Utf8JsonWriter>? writeMeta = null;
        if (counting is not null)
        {
            // Whatever can fail fails before the first byte, the count included.
            var count = await counting;
            writeMeta = meta => WriteMeta(meta, count, page, pageSize);
        }

        await context.WriteRecordsAsync(cursor, first, AllowedActions.AddTo(writeMeta, context, first));
    }

    /// <summary>One row more than asked for tells whether a next page exists.</summary>
    private async ValueTask AnswerWithoutCountAsync(ActionContext context, RecordQuery query, int page, int pageSize)
    {
        using var rows = await records.ReadAsync(query with { Limit = pageSize + 1L }, context.Aborted);
        var hasNext = rows.Count > pageSize;
        rows.Cut(pageSize);
        await context.WriteRecordsAsync(
            null,
            rows,
            AllowedActions.AddTo(
                meta =>
                {
                    meta.WriteBoolean("hasNext", hasNext);
                    meta.WriteNumber("page", page);
                    meta.WriteNumber("pageSize", pageSize);
                },
                context,
                rows
            )
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
