using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.Schema;

/// <summary>A field of a collection in a snapshot: a column or a relation.</summary>
public abstract class Field(Collection collection, FieldDefinition definition, bool isSecret = false)
{
    public Collection Collection { get; } = collection;

    public FieldDefinition Definition { get; } = definition;

    public string Name { get; } = definition.Name;

    /// <summary>Property name with quotes and escapes, ready for a JSON writer.</summary>
    public JsonEncodedText JsonName { get; } =
        JsonEncodedText.Encode(definition.Name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>Label for messages: the title of the form schema (may be a <c>{{t("…")}}</c> template), else the name.</summary>
    public string Title { get; } = definition.Options.Get("uiSchema")?.Text("title") ?? definition.Name;

    /// <summary>Never in output, as every secret; still writable, and filterable and sortable unless it is one.</summary>
    public bool Hidden { get; } = isSecret || (definition.Flag("hidden") ?? false);

    public override string ToString() => $"{Collection.Name}.{Name}";
}

/// <summary>A field with a column.</summary>
public sealed class ColumnField : Field
{
    public ColumnField(
        Collection collection,
        FieldDefinition definition,
        FieldType type,
        ColumnType columnType,
        string columnName,
        FieldRole role = FieldRole.None
    )
        : base(collection, definition, type.IsSecret)
    {
        Type = type;
        ColumnType = columnType;
        ColumnName = columnName;
        QuotedColumn = Quoting.Identifier(columnName);
        Role = role;
        IsPrimaryKey = definition.Flag("primaryKey") ?? false;
        IsAutoIncrement = definition.Flag("autoIncrement") ?? false;
        AllowNull = !IsPrimaryKey && (definition.Flag("allowNull") ?? true);
        IsUnique = definition.Flag("unique") ?? false;
        OmitsNull = definition.Flag("omitNull") ?? false;
        DefaultValue = definition.Options.Get("defaultValue");
    }

    public FieldType Type { get; }

    public ColumnType ColumnType { get; }

    /// <summary>Physical name, unquoted.</summary>
    public string ColumnName { get; }

    public string QuotedColumn { get; }

    public FieldRole Role { get; }

    public bool IsPrimaryKey { get; }

    public bool IsAutoIncrement { get; }

    public bool AllowNull { get; }

    public bool IsUnique { get; }

    /// <summary>
    /// Whether a record without a value has no property for it: for columns that only some installations know of.
    /// </summary>
    public bool OmitsNull { get; }

    /// <summary>Default as JSON, null when there is none.</summary>
    public JsonElement? DefaultValue { get; }
}

/// <summary>What the server itself does with a column.</summary>
public enum FieldRole
{
    None,
    CreatedAt,
    UpdatedAt,
    CreatedById,
    UpdatedById,

    /// <summary>Key column of a relation that no field of its own describes.</summary>
    ForeignKey,
}
