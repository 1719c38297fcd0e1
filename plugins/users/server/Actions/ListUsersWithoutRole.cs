using Pergola.App.Actions;
using Pergola.App.Actions.Standard;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:listExcludeRole</c>: those who do not have a role, to choose from when it is given.</summary>
[Reads]
internal sealed class ListUsersWithoutRole(ListAction list) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.Params.Text("roleName") is { Length: > 0 } role
            ? list.ExecuteAsync(context, Without(role, context.Schema))
            : throw new BadRequestException("Parameter {name} is missing", [("name", "roleName")], "roleName");

    private static FilterCondition Without(string role, SchemaSnapshot schema)
    {
        var links = schema["rolesUsers"];
        var (roleName, userId) = (links.Column("roleName"), links.Column("userId"));
        return new FilterCondition(
            FieldPath.Of(schema["users"].Column("id")),
            (sql, user) =>
                sql.Append($"NOT EXISTS (SELECT 1 FROM {links.Table.Quoted} l WHERE l.{userId.QuotedColumn} = {user} ")
                    .Append($"AND l.{roleName.QuotedColumn} = ")
                    .Parameter(role, roleName.ColumnType)
                    .Append(")")
        );
    }
}
