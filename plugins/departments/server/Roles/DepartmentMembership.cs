using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Auth;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Departments.Collections;

namespace Pergola.Plugins.Departments.Roles;

/// <summary>
/// The roles somebody has by their departments: those given to the departments they are a member of. What is given to a
/// department above counts for its own members only.
/// </summary>
internal sealed class DepartmentMembership(RecordReader reader, SchemaStore schemas, ValueContext values) : IMembership
{
    public string Name => "departments";

    public async ValueTask<MembershipGrant> FindAsync(long userId, CancellationToken cancellationToken)
    {
        var users = schemas.Current["users"];
        var departments = Relation(users, "departments");
        var roles = Relation(departments.Target, "roles");
        var selection = Selection.All(departments.Target) with
        {
            Appends = [new Append(roles, Selection.All(roles.Target))],
        };
        var user = await reader.FindAsync(
            new RecordQuery(users)
            {
                Selection = new Selection(
                    users.PrimaryKey,
                    [new Append(departments, selection) { WithThrough = true }]
                ),
                Filter = KeyParser.Filter(JsonSerializer.SerializeToElement(userId), users, values),
            },
            cancellationToken
        );
        var (rows, granted) = (new JsonArray(), new List<GrantedRole>());
        foreach (var department in user.Get("departments")?.EnumerateArray() ?? default)
        {
            var title = department.Text("title") ?? string.Empty;
            granted.AddRange(
                (department.Get("roles")?.EnumerateArray() ?? default).Select(role => new GrantedRole(role, title))
            );
            var row = JsonObject.Create(department)!;
            row.Remove("roles");
            rows.Add((JsonNode)row);
        }

        return new MembershipGrant(
            rows.Count > 0 ? JsonSerializer.SerializeToElement(rows, JsonText.Serializer) : null,
            granted
        );
    }

    public Task<IReadOnlyList<string>> RolesOfAsync(
        object userId,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var (links, roles) = (
            session.Schema[DepartmentsUsersCollection.Name],
            session.Schema[DepartmentsRolesCollection.Name]
        );
        var user = links.Column("userId");
        return session.ReadTextsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT DISTINCT r.{roles.Column("roleName").QuotedColumn} FROM {roles.Table.Quoted} r ")
                .Append($"JOIN {links.Table.Quoted} l ON l.{links.Column("departmentId").QuotedColumn} = ")
                .Append($"r.{roles.Column("departmentId").QuotedColumn} WHERE l.{user.QuotedColumn} = ")
                .Parameter(userId, user.ColumnType),
            cancellationToken
        );
    }

    private static Relation Relation(Collection collection, string name) =>
        collection.TryGetRelation(name, out var relation)
            ? relation
            : throw new InvalidOperationException($"{collection.Name}.{name} is not a relation.");
}
