using System.Reflection;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.App.Records;

/// <summary>Describes a collection by the class of its records.</summary>
internal static class RecordDefinition
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "id", "createdAt", "updatedAt" };

    /// <exception cref="InvalidOperationException">The class cannot be the form of a record.</exception>
    public static CollectionDefinition Of(Type type)
    {
        var described = AttributeOf(type);
        var fields = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => !Own.Contains(NameOf(p)))
            .SelectMany(FieldsOf);
        var definition = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = described.Name,
            ["title"] = described.Title ?? described.Name,
            ["titleField"] = described.TitleField is { } title ? JsonNamingPolicy.CamelCase.ConvertName(title) : null,
            ["fields"] = fields,
        };
        foreach (var (name, _) in definition.Where(d => d.Value is null).ToList())
        {
            definition.Remove(name);
        }

        return CollectionDefinition.Parse(JsonSerializer.Serialize(definition, JsonText.Serializer));
    }

    public static CollectionAttribute AttributeOf(Type type) =>
        type.GetCustomAttribute<CollectionAttribute>()
        ?? throw new InvalidOperationException($"{type} carries no [Collection] attribute.");

    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static IEnumerable<Dictionary<string, object>> FieldsOf(PropertyInfo property)
    {
        var more = property.GetCustomAttribute<FieldAttribute>();
        var name = NameOf(property);
        var field = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["type"] = more?.Type ?? TypeOf(property),
        };
        if (more is { Unique: true })
        {
            field["unique"] = true;
        }

        if (more?.Title is { } title)
        {
            field["uiSchema"] = new { title };
        }

        if (property.GetCustomAttribute<BelongsToAttribute>() is not { } relation)
        {
            return [field];
        }

        field["isForeignKey"] = true;
        return
        [
            field,
            new(StringComparer.Ordinal)
            {
                ["name"] =
                    relation.As ?? (name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name + "Record"),
                ["type"] = "belongsTo",
                ["target"] = relation.Collection,
                ["foreignKey"] = name,
            },
        ];
    }

    private static string TypeOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => "string",
            TypeCode.String => "string",
            TypeCode.Int32 or TypeCode.Int16 => "integer",
            TypeCode.Int64 => "bigInt",
            TypeCode.Decimal => "decimal",
            TypeCode.Double => "double",
            TypeCode.Boolean => "boolean",
            TypeCode.DateTime => "date",
            _ when type == typeof(DateTimeOffset) => "date",
            _ when type == typeof(DateOnly) => "dateOnly",
            _ when type == typeof(TimeOnly) => "time",
            _ when type == typeof(Guid) => "uuid",
            _ when type == typeof(JsonElement) => "json",
            _ => throw new InvalidOperationException(
                $"{property.DeclaringType}.{property.Name} is a {type}, which no field type fits; name one with [Field]."
            ),
        };
    }
}
