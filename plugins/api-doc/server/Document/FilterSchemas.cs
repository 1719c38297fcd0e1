using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Filters as JSON schemas: one for each collection, and one for each form of values.</summary>
internal sealed class FilterSchemas(
    DocumentSource source,
    DocumentScope scope,
    Utf8JsonWriter json,
    References references
)
{
    private static readonly ValueForm[] WithoutBareValue = [ValueForm.Document, ValueForm.Bytes, ValueForm.List];

    /// <summary>Writes a reference to the filter of a collection.</summary>
    public void WriteReference(Collection collection) =>
        references.WriteSchema(json, $"{collection.Name}.filter", () => Write(collection));

    private void Write(Collection collection)
    {
        var name = $"{collection.Name}.filter";
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteString(
            "description",
            "Conditions that a record must meet, all of them. Fields of related records are named by paths too: `author.name`."
        );
        json.WriteStartObject("properties");
        foreach (var group in new[] { "$and", "$or" })
        {
            json.WriteStartObject(group);
            json.WriteString("type", "array");
            json.WritePropertyName("items");
            references.WriteSchema(json, name, () => Write(collection));
            json.WriteEndObject();
        }

        json.WritePropertyName("$not");
        references.WriteSchema(json, name, () => Write(collection));
        foreach (var column in collection.Columns.Where(c => source.Rights.MaySee(c)))
        {
            var form = column.Type.FormOf(column);
            json.WritePropertyName(column.JsonName);
            references.WriteSchema(json, $"api.filter.{form}", () => Write(form));
        }

        foreach (var relation in scope.RelationsOf(collection))
        {
            json.WritePropertyName(relation.JsonName);
            WriteReference(relation.Target);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(ValueForm form)
    {
        json.WriteStartObject();
        json.WriteStartArray("anyOf");
        if (!WithoutBareValue.Contains(form))
        {
            WriteValue(form, isNullable: true);
        }

        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var name in OperatorTable.Of(form))
        {
            json.WritePropertyName(name);
            WriteOperand(form, OperatorTable.OperandOf(name));
        }

        json.WriteEndObject();

        // Inside a document any path may follow.
        if (form != ValueForm.Document)
        {
            json.WriteBoolean("additionalProperties", false);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteOperand(ValueForm form, Operand operand)
    {
        switch (operand)
        {
            case Operand.List:
            case Operand.Pair:
                json.WriteStartObject();
                json.WriteString("type", "array");
                if (operand == Operand.Pair)
                {
                    json.WriteNumber("minItems", 2);
                    json.WriteNumber("maxItems", 2);
                }

                json.WritePropertyName("items");
                WriteValue(form == ValueForm.List ? ValueForm.Document : form, isNullable: false);
                json.WriteEndObject();
                break;
            case Operand.Flag:
                json.WriteStartObject();
                json.WriteString("type", "boolean");
                json.WriteEndObject();
                break;
            case Operand.Text:
                json.WriteStartObject();
                json.WriteString("type", "string");
                json.WriteEndObject();
                break;
            case Operand.Period:
                json.WriteStartObject();
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("array");
                json.WriteStringValue("object");
                json.WriteEndArray();
                json.WriteString(
                    "description",
                    "`2026`, `2026Q1`, `2026-01`, `2026-01-31`, an instant, `[from, to]`, or `{\"type\": \"lastMonth\"}`"
                );
                json.WriteEndObject();
                break;
            default:
                WriteValue(form, isNullable: true);
                break;
        }
    }

    /// <summary>What an operand is compared with need not have every digit: a number will do for a decimal, a date for an instant.</summary>
    private void WriteValue(ValueForm form, bool isNullable)
    {
        json.WriteStartObject();
        var types = form switch
        {
            ValueForm.Document => null,
            ValueForm.Decimal or ValueForm.LargeInteger or ValueForm.Number or ValueForm.Integer => "number string",
            ValueForm.Boolean => "boolean",
            _ => "string",
        };
        if (types is not null)
        {
            json.WriteStartArray("type");
            foreach (var type in types.Split(' '))
            {
                json.WriteStringValue(type);
            }

            if (isNullable)
            {
                json.WriteStringValue("null");
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
