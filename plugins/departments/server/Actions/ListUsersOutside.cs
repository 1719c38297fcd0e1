using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Plugins.Departments.Collections;

namespace Pergola.Plugins.Departments.Actions;

/// <summary>
/// <c>users:listExcludeDept</c>: people who are not members of a department. Everybody who is signed in may ask and gets
/// those whom their roles let them see.
/// </summary>
[Reads]
internal sealed class ListUsersOutside(RecordQueries queries, RecordReader records) : IAction
{
    private const string Parameter = "departmentId";
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Access is { } access)
        {
            context.View = access.Of(context.Collection, ActionNames.View) ?? throw new ForbiddenException();
            context.Conditions.Add(context.View);
        }

        var query = queries.Parse(context);
        query = query with { Filter = FilterNode.And(query.Filter, Outside(context)) };
        var (page, pageSize) = (context.Params.Page, context.Params.PageSize ?? DefaultPageSize);
        if (!context.Params.Paginate)
        {
            await context.WriteDataAsync(await ReadAsync(query, context));
            return;
        }

        var count = await records.CountAsync(query, context.Aborted);
        var rows = await ReadAsync(query with { Limit = pageSize, Offset = (long)(page - 1) * pageSize }, context);
        await context.WritePageAsync(
            rows.WriteTo,
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteNumber("count", count);
                meta.WriteNumber("page", page);
                meta.WriteNumber("pageSize", pageSize);
                meta.WriteNumber("totalPage", (count + pageSize - 1) / pageSize);
                meta.WriteEndObject();
            }
        );
    }

    private async Task<JsonElement> ReadAsync(RecordQuery query, ActionContext context)
    {
        using var page = await records.ReadAsync(query, context.Aborted);
        return RecordReader.ToJson(page);
    }

    private static FilterCondition Outside(ActionContext context)
    {
        var links = context.Schema[DepartmentsUsersCollection.Name];
        var (user, column) = (links.Column("userId"), links.Column(Parameter));
        var text = context.Params.Text(Parameter) is { Length: > 0 } given
            ? given
            : throw new BadRequestException("Parameter {name} is missing", [("name", Parameter)], Parameter);
        var department = KeyParser.Value(
            JsonSerializer.SerializeToElement(text, JsonText.Serializer),
            column,
            context.ValueContext
        );
        return new FilterCondition(
            FieldPath.Of(context.Collection.SingleKey),
            (sql, id) =>
                sql.Append(
                        $"{id} NOT IN (SELECT {user.QuotedColumn} FROM {links.Table.Quoted} WHERE {column.QuotedColumn} = "
                    )
                    .Parameter(department, column.ColumnType)
                    .Append(')')
        );
    }
}
