using System.Text.Json;
using Pergola.App.Describing;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Actions that plugins describe, as operations.</summary>
internal sealed class DescribedOperations(
    DocumentSource source,
    Utf8JsonWriter json,
    OperationWriter operations,
    RecordSchemas records
)
{
    /// <param name="resource">The resource as rights know it.</param>
    /// <param name="isRead">Whether the action changes nothing.</param>
    /// <param name="writeSource">Writes the parameter of the source record; null where the path has none.</param>
    public void Write(string resource, ActionDescription action, bool isRead, string tag, Action? writeSource)
    {
        foreach (var shape in new[] { action.Query, action.Body, action.Data }.OfType<Shape>())
        {
            foreach (var collection in shape.Records)
            {
                records.Require(collection);
            }
        }

        operations.Write(
            resource,
            action.Action,
            isRead && action.Body is null,
            new OperationText(tag, source.Texts.Translate(action.Summary), action.Details),
            new OperationParts(() => WriteAnswer(action))
            {
                Parameters = () =>
                {
                    writeSource?.Invoke();
                    WriteParameters(action);
                },
                Body = action.Body is { } body ? () => body.Schema.WriteTo(json) : null,
                AnswerType = action.File ?? "application/json",
            }
        );
    }

    private void WriteAnswer(ActionDescription action)
    {
        if (action.File is not null)
        {
            json.WriteStartObject();
            json.WriteEndObject();
            return;
        }

        if (action.Data is { } data)
        {
            operations.WriteEnvelope(() => data.Schema.WriteTo(json), action.IsPaged);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteEndObject();
    }

    private void WriteParameters(ActionDescription action)
    {
        if (action.Query?.Schema is { } query)
        {
            var required = query.Get("required")?.EnumerateArray().Select(n => n.GetString()).ToList() ?? [];
            foreach (var parameter in query.GetProperty("properties").EnumerateObject())
            {
                WriteParameter(parameter, required.Contains(parameter.Name));
            }
        }

        if (action.IsPaged)
        {
            operations.WriteParameterReference("page");
            operations.WriteParameterReference("pageSize");
        }
    }

    /// <summary>Objects travel as JSON text, everything else as plain text.</summary>
    private void WriteParameter(JsonProperty parameter, bool isRequired)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", "query");
        if (isRequired)
        {
            json.WriteBoolean("required", true);
        }

        if (parameter.Value.Text("description") is { } about)
        {
            json.WriteString("description", about);
        }

        var isObject = parameter.Value.Text("type") == "object";
        if (isObject)
        {
            json.WriteStartObject("content");
            json.WriteStartObject("application/json");
        }
        else if (parameter.Value.Text("type") == "array")
        {
            json.WriteString("style", "form");
            json.WriteBoolean("explode", false);
        }

        json.WritePropertyName("schema");
        parameter.Value.WriteTo(json);
        if (isObject)
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
