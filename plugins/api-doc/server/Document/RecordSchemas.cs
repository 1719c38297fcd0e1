using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Records as JSON schemas: as they are answered, and as they are sent to create and to update them.</summary>
internal sealed class RecordSchemas(
    DocumentSource source,
    DocumentScope scope,
    Utf8JsonWriter json,
    References references
)
{
    /// <summary>Writes a reference to the records of a collection.</summary>
    public void WriteReference(Collection collection) =>
        references.WriteSchema(json, collection.Name, () => WriteRead(collection));

    /// <summary>Sees to it that there are the records that a description refers to.</summary>
    public void Require(string collection) =>
        references.Require(
            collection,
            () =>
            {
                if (source.Schema.TryGet(collection, out var found))
                {
                    WriteRead(found);
                    return;
                }

                json.WriteStartObject();
                json.WriteString("type", "object");
                json.WriteEndObject();
            }
        );

    /// <summary>Writes a reference to what is sent to create a record.</summary>
    public void WriteCreateReference(Collection collection) =>
        references.WriteSchema(json, $"{collection.Name}.create", () => WriteWritten(collection, ActionNames.Create));

    /// <summary>Writes a reference to what is sent to update one.</summary>
    public void WriteUpdateReference(Collection collection) =>
        references.WriteSchema(json, $"{collection.Name}.update", () => WriteWritten(collection, ActionNames.Update));

    private void WriteRead(Collection collection)
    {
        Begin(collection);
        json.WriteStartObject("properties");
        var shown = collection.Columns.Where(c => source.Rights.MaySee(c)).ToList();
        foreach (var column in shown)
        {
            ValueSchemas.WriteField(json, column, source, isWritten: false);
        }

        foreach (var relation in scope.RelationsOf(collection))
        {
            WriteRelated(relation, () => WriteReference(relation.Target));
        }

        json.WriteEndObject();
        WriteRequired(collection.FilterTargetKey.Where(shown.Contains));
        json.WriteEndObject();
    }

    private void WriteWritten(Collection collection, string action)
    {
        Begin(collection);
        json.WriteStartObject("properties");
        var written = collection.Columns.Where(c => IsWritten(c, action)).ToList();
        foreach (var column in written)
        {
            ValueSchemas.WriteField(json, column, source, isWritten: true);
        }

        foreach (var relation in Linked(collection, action))
        {
            WriteRelated(relation, () => WriteLinked(relation));
        }

        json.WriteEndObject();
        if (action == ActionNames.Create)
        {
            WriteRequired(written.Where(IsRequired));
        }

        json.WriteEndObject();
    }

    private IEnumerable<Relation> Linked(Collection collection, string action) =>
        scope.RelationsOf(collection).Where(r => !StandardOperations.IsCreator(r) && source.Rights.MayWrite(r, action));

    /// <summary>A hidden field is written by those who see it in a form, as passwords are.</summary>
    private bool IsWritten(ColumnField column, string action) =>
        (!column.Hidden || column.Definition.Interface is not null)
        && (column.IsAutoIncrement ? action == ActionNames.Create : !ValueSchemas.IsKeptByServer(column))
        && source.Rights.MayWrite(column, action);

    private static bool IsRequired(ColumnField column) =>
        !column.AllowNull
            && !column.IsAutoIncrement
            && column.DefaultValue is null
            && column.Type is not IGeneratesOnInsert
        || HasRequiredRule(column);

    private static bool HasRequiredRule(ColumnField column) =>
        column.Definition.Options.Get("validation")?.Get("rules") is { ValueKind: JsonValueKind.Array } rules
        && rules.EnumerateArray().Any(rule => rule.Text("name") == "required");

    private void Begin(Collection collection)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteString("title", source.TitleOf(collection.Title));
        if (collection.Definition.Text("description") is { Length: > 0 } about)
        {
            json.WriteString("description", about);
        }
    }

    private void WriteRequired(IEnumerable<Field> fields)
    {
        var names = fields.ToList();
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray("required");
        foreach (var field in names)
        {
            json.WriteStringValue(field.JsonName);
        }

        json.WriteEndArray();
    }

    /// <summary>One related record or null, or a list of them.</summary>
    private void WriteRelated(Relation relation, Action writeOne)
    {
        json.WriteStartObject(relation.JsonName);
        var title = source.TitleOf(relation.Title);
        if (title != relation.Name)
        {
            json.WriteString("title", title);
        }

        if (relation.IsToMany)
        {
            json.WriteString("type", "array");
            json.WritePropertyName("items");
            writeOne();
        }
        else
        {
            json.WriteStartArray("anyOf");
            writeOne();
            json.WriteStartObject();
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>A record is linked by its key; one that is not there yet is created by those who may.</summary>
    private void WriteLinked(Relation relation)
    {
        var target = relation.Target;
        json.WriteStartObject();
        json.WriteStartArray("anyOf");
        if (target.FilterTargetKey.Count == 1)
        {
            ValueSchemas.Write(json, target.FilterTargetKey[0]);
        }

        if (source.Rights.MayUse(target.Name, ActionNames.Create, target))
        {
            WriteCreateReference(target);
        }

        WriteKeyObject(target);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The fields of the key as an object.</summary>
    public void WriteKeyObject(Collection target)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in target.FilterTargetKey)
        {
            json.WritePropertyName(key.JsonName);
            ValueSchemas.Write(json, key);
        }

        json.WriteEndObject();
        WriteRequired(target.FilterTargetKey);
        json.WriteEndObject();
    }
}
