using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Fields;

namespace Pergola.Data.Schema;

/// <summary>The columns of a collection: those of its fields, and those that its options imply.</summary>
internal sealed class ColumnBuilder(FieldTypeRegistry types, Naming naming)
{
    public Collection Build(CollectionDefinition definition, List<string> issues)
    {
        var collection = new Collection(definition, naming.Table(definition.Text("tableName") ?? definition.Name));
        var ownKey = definition.Fields.Any(f => f.Flag("primaryKey") ?? false);
        if (!ownKey && (definition.Flag("autoGenId") ?? true))
        {
            Add(
                collection,
                Implied("id", "bigInt", """ "primaryKey":true,"autoIncrement":true,"allowNull":false """),
                issues
            );
        }

        foreach (var field in definition.Fields.Where(f => !RelationBuilder.IsRelation(f.Type)))
        {
            Add(collection, field, issues);
        }

        var timestamps = definition.Flag("timestamps") ?? true;
        foreach (var (name, role) in new[] { ("createdAt", FieldRole.CreatedAt), ("updatedAt", FieldRole.UpdatedAt) })
        {
            if ((definition.Flag(name) ?? timestamps) && !collection.TryGetField(name, out _))
            {
                Add(collection, Implied(name, "date", """ "allowNull":false """), issues, role);
            }
        }

        foreach (
            var (name, role) in new[] { ("createdBy", FieldRole.CreatedById), ("updatedBy", FieldRole.UpdatedById) }
        )
        {
            var declared = definition.Fields.FirstOrDefault(f => f.Name == name && f.Type == "belongsTo");
            var key = declared?.Text("foreignKey") ?? name + "Id";
            if (((definition.Flag(name) ?? false) || declared is not null) && !collection.TryGetField(key, out _))
            {
                Add(collection, Implied(key, "bigInt"), issues, role);
            }
        }

        if (SortFieldName(definition) is { } sort && !collection.TryGetField(sort, out _))
        {
            var scope = definition.Options.Get("sortable")?.Text("scopeKey");
            var options = scope is null ? "" : $",\"scopeKey\":{JsonSerializer.Serialize(scope)}";
            Add(collection, Implied(sort, "sort", $" \"hidden\":true{options} "), issues);
        }

        return collection;
    }

    private static string? SortFieldName(CollectionDefinition definition) =>
        definition.Options.Get("sortable") switch
        {
            { ValueKind: JsonValueKind.True } => "sort",
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Object } value => value.Text("name") ?? "sort",
            _ => null,
        };

    public static FieldDefinition Implied(string name, string type, string? options = null) =>
        new(
            JsonText.Parse(
                $$"""{"name":{{JsonSerializer.Serialize(name)}},"type":"{{type}}"{{(options is null ? "" : "," + options)}}}"""
            )
        );

    /// <summary>Adds the column of a field; one that is impossible is left out and named in the issues.</summary>
    public void Add(
        Collection collection,
        FieldDefinition definition,
        List<string> issues,
        FieldRole role = FieldRole.None
    )
    {
        if (!types.TryGet(definition.Type, out var type))
        {
            issues.Add($"{collection.Name}.{definition.Name}: unsupported field type {definition.Type}");
            return;
        }

        if (collection.TryGetField(definition.Name, out _))
        {
            issues.Add($"{collection.Name}.{definition.Name}: defined twice");
            return;
        }

        if (type.GetColumnType(definition) is not { } columnType)
        {
            return;
        }

        var column = naming.Column(definition.Text("field") ?? definition.Name);
        collection.Add(new ColumnField(collection, definition, type, columnType, column, RoleOf(definition, role)));
    }

    private static FieldRole RoleOf(FieldDefinition definition, FieldRole role) =>
        definition switch
        {
            _ when role != FieldRole.None => role,
            { Name: "createdAt", Type: "date" or "datetime" or "datetimeTz" } => FieldRole.CreatedAt,
            { Name: "updatedAt", Type: "date" or "datetime" or "datetimeTz" } => FieldRole.UpdatedAt,
            { Name: "createdById", Type: "bigInt" or "context" or "snowflakeId" } => FieldRole.CreatedById,
            { Name: "updatedById", Type: "bigInt" or "context" or "snowflakeId" } => FieldRole.UpdatedById,
            _ => FieldRole.None,
        };
}
