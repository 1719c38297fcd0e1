using System.Globalization;
using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>The standard actions of a collection or of an association, as operations.</summary>
internal sealed class RecordOperations(
    DocumentSource source,
    Utf8JsonWriter json,
    OperationWriter operations,
    RecordSchemas records,
    FilterSchemas filters,
    References references
)
{
    /// <param name="records">The collection whose records the action is about; of an association the target.</param>
    /// <param name="association">The association, null for the collection itself.</param>
    public void Write(string action, Collection target, Relation? association, string tag)
    {
        var operation = StandardOperations.Get(action);
        var resource = association is null ? target.Name : DocumentScope.NameOf(association);
        operations.Write(
            resource,
            action,
            operation.IsRead,
            new OperationText(tag, SummaryOf(operation, target, association)),
            new OperationParts(() => WriteAnswer(operation.Answer, target, association))
            {
                Parameters = () => WriteParameters(operation, target, association),
                Body = operation.Body == BodyForm.None ? null : () => WriteBody(operation.Body, target),
            }
        );
    }

    /// <summary>Writes the parameter that names the source record of an association.</summary>
    public void WriteSourceKey(Relation association)
    {
        json.WriteStartObject();
        json.WriteString("name", "sourceKey");
        json.WriteString("in", "path");
        json.WriteBoolean("required", true);
        json.WriteString("description", source.Texts.Translate("Key of the record whose related records are meant"));
        json.WritePropertyName("schema");
        ValueSchemas.Write(json, association.LocalKey);
        json.WriteEndObject();
    }

    private string SummaryOf(StandardOperation operation, Collection target, Relation? association) =>
        association is null
            ? string.Format(
                CultureInfo.InvariantCulture,
                source.Texts.Translate(operation.Summary),
                source.TitleOf(target.Title)
            )
            : string.Format(
                CultureInfo.InvariantCulture,
                source.Texts.Translate(operation.AssociationSummary),
                source.TitleOf(association.Title),
                source.TitleOf(association.Collection.Title)
            );

    private void WriteParameters(StandardOperation operation, Collection target, Relation? association)
    {
        if (association is not null)
        {
            WriteSourceKey(association);
        }

        foreach (var name in operation.Parameters)
        {
            switch (name)
            {
                case "filter":
                    references.WriteParameter(json, $"{target.Name}.filter", () => WriteFilter(target));
                    break;
                case "filterByTk" when association is { IsToMany: false }:
                    break;
                case "filterByTk":
                    references.WriteParameter(json, $"{target.Name}.filterByTk", () => WriteKey(target));
                    break;
                default:
                    operations.WriteParameterReference(name);
                    break;
            }
        }

        if (operation.Answer == AnswerForm.Page && target.IsTree)
        {
            operations.WriteParameterReference("tree");
        }
    }

    private void WriteFilter(Collection target)
    {
        json.WriteStartObject();
        json.WriteString("name", "filter");
        json.WriteString("in", "query");
        json.WriteString("description", source.Texts.Translate("Conditions that records must meet, as JSON"));
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WritePropertyName("schema");
        filters.WriteReference(target);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteKey(Collection target)
    {
        json.WriteStartObject();
        json.WriteString("name", "filterByTk");
        json.WriteString("in", "query");
        json.WriteString("description", source.Texts.Translate("Key of the record"));
        if (target.FilterTargetKey.Count == 1)
        {
            json.WritePropertyName("schema");
            ValueSchemas.Write(json, target.FilterTargetKey[0]);
        }
        else
        {
            json.WriteStartObject("content");
            json.WriteStartObject("application/json");
            json.WritePropertyName("schema");
            records.WriteKeyObject(target);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteBody(BodyForm body, Collection target)
    {
        switch (body)
        {
            case BodyForm.Create:
                records.WriteCreateReference(target);
                break;
            case BodyForm.Update:
                records.WriteUpdateReference(target);
                break;
            case BodyForm.Keys:
                json.WriteStartObject();
                json.WriteString("type", "array");
                json.WriteString("description", source.Texts.Translate("Keys of the records"));
                json.WritePropertyName("items");
                WriteTargetKey(target);
                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject();
                json.WriteString("$ref", "#/components/schemas/api.aggregate");
                json.WriteEndObject();
                break;
        }
    }

    private void WriteTargetKey(Collection target)
    {
        if (target.FilterTargetKey.Count == 1)
        {
            ValueSchemas.Write(json, target.FilterTargetKey[0]);
        }
        else
        {
            records.WriteKeyObject(target);
        }
    }

    private void WriteAnswer(AnswerForm answer, Collection target, Relation? association)
    {
        switch (answer)
        {
            case AnswerForm.Nothing:
                WriteType("object");
                break;
            case AnswerForm.Page:
                operations.WriteEnvelope(() => WriteRecords(target), isPaged: true);
                break;
            case AnswerForm.FoundRecord:
                operations.WriteEnvelope(() => WriteAny(() => records.WriteReference(target), () => WriteType("null")));
                break;
            case AnswerForm.Records when association is not { IsToMany: false }:
                operations.WriteEnvelope(() => WriteRecords(target));
                break;
            case AnswerForm.Record or AnswerForm.Records:
                operations.WriteEnvelope(() => records.WriteReference(target));
                break;
            case AnswerForm.RecordOrRecords:
                operations.WriteEnvelope(() =>
                    WriteAny(() => records.WriteReference(target), () => WriteRecords(target))
                );
                break;
            case AnswerForm.Count:
                operations.WriteEnvelope(() => WriteType(association is null ? "integer" : "boolean"));
                break;
            case AnswerForm.Rows:
                operations.WriteEnvelope(() =>
                {
                    json.WriteStartObject();
                    json.WriteString("type", "array");
                    json.WritePropertyName("items");
                    WriteType("object");
                    json.WriteEndObject();
                });
                break;
            default:
                operations.WriteEnvelope(() => WriteType("string"));
                break;
        }
    }

    private void WriteRecords(Collection target)
    {
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WritePropertyName("items");
        records.WriteReference(target);
        json.WriteEndObject();
    }

    private void WriteAny(params Action[] writes)
    {
        json.WriteStartObject();
        json.WriteStartArray("anyOf");
        foreach (var write in writes)
        {
            write();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteType(string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteEndObject();
    }
}
