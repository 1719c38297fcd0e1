using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.UiLayout.Collections;

namespace Pergola.Plugins.UiLayout.Layouts;

/// <summary>The layout a request is about.</summary>
internal sealed class LayoutScope(RecordReader records)
{
    public const string Default = "admin-layout-model";

    public static string Asked(ActionContext context) =>
        context.Params.Text("layout") is { Length: > 0 } layout ? layout : Default;

    /// <exception cref="BadRequestException">There is no such layout, or it is switched off.</exception>
    public async Task<string> RequireAsync(ActionContext context)
    {
        var layouts = context.Schema[UiLayoutsCollection.Name];
        var asked = Asked(context);
        var query = new RecordQuery(layouts)
        {
            Filter = FilterNode.And(
                FilterCondition.EqualTo(layouts.Column("uid"), asked),
                FilterCondition.EqualTo(layouts.Column("enabled"), true)
            ),
        };
        using var found = await records.ReadAsync(query with { Limit = 1 }, context.Aborted);
        return found.Count > 0 ? asked : throw new BadRequestException("Invalid layout scope", field: "layout");
    }

    /// <summary>That an entry of the menu is in a layout which is switched on.</summary>
    public static FilterNode Within(Collection routes, SchemaSnapshot schema, string layout)
    {
        var (links, layouts) = (schema[DesktopRoutesUiLayoutsCollection.Name], schema[UiLayoutsCollection.Name]);
        var (route, uid) = (links.Column("desktopRouteId"), links.Column("uiLayoutUid"));
        var (own, enabled) = (layouts.Column("uid"), layouts.Column("enabled"));
        return new FilterCondition(
            FieldPath.Of(routes.Column("id")),
            (sql, name) =>
                sql.Append($"{name} IN (SELECT k.{route.QuotedColumn} FROM {links.Table.Quoted} k ")
                    .Append($"JOIN {layouts.Table.Quoted} y ON y.{own.QuotedColumn} = k.{uid.QuotedColumn} ")
                    .Append($"WHERE y.{enabled.QuotedColumn} = ")
                    .Parameter(true, enabled.ColumnType)
                    .Append($" AND k.{uid.QuotedColumn} = ")
                    .Parameter(layout, uid.ColumnType)
                    .Append(')')
        );
    }
}
