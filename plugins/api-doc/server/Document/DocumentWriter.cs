using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.App.Wire;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Writes an OpenAPI document as a stream: nothing of it is held longer than until the next part is written.</summary>
internal sealed class DocumentWriter(ActionRegistry actions, DescriptionBook descriptions, AllowanceList allowances)
{
    public async ValueTask WriteAsync(DocumentSource source, JsonStream stream)
    {
        var json = stream.Writer;
        var scope = new DocumentScope(source, actions, descriptions);
        var references = new References();
        var filters = new FilterSchemas(source, scope, json, references);
        var records = new RecordSchemas(source, scope, json, references);
        var operations = new OperationWriter(json, allowances);
        var paths = new PathWriter(
            source,
            scope,
            json,
            actions,
            descriptions,
            new RecordOperations(source, json, operations, records, filters, references),
            new DescribedOperations(source, json, operations, records)
        );

        json.WriteStartObject();
        DocumentHead.Write(json, source);
        WriteTags(source, scope, json);
        json.WriteStartObject("paths");
        foreach (var collection in scope.Collections)
        {
            paths.Write(collection);
            await stream.FlushIfFullAsync();
        }

        foreach (var resource in scope.Resources)
        {
            paths.Write(resource);
            await stream.FlushIfFullAsync();
        }

        json.WriteEndObject();
        json.WriteStartObject("components");
        SharedComponents.Write(json);
        json.WriteStartObject("parameters");
        SharedComponents.WriteParameters(json, source.Texts);
        while (references.TryTakeParameter(out var parameter))
        {
            json.WritePropertyName(parameter.Name);
            parameter.Write();
            await stream.FlushIfFullAsync();
        }

        json.WriteEndObject();
        json.WriteStartObject("schemas");
        SharedComponents.WriteSchemas(json);
        while (references.TryTakeSchema(out var schema))
        {
            json.WritePropertyName(schema.Name);
            schema.Write();
            await stream.FlushIfFullAsync();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteTags(DocumentSource source, DocumentScope scope, Utf8JsonWriter json)
    {
        json.WriteStartArray("tags");
        foreach (var collection in scope.Collections)
        {
            var about = descriptions.SummaryOf(collection.Name) ?? source.TitleOf(collection.Title);
            WriteTag(json, collection.Name, about);
        }

        foreach (var name in scope.Resources.Select(PathWriter.TagOf).Distinct(StringComparer.Ordinal))
        {
            if (!scope.Collections.Any(c => c.Name == name))
            {
                WriteTag(json, name, descriptions.SummaryOf(name));
            }
        }

        json.WriteEndArray();
    }

    private static void WriteTag(Utf8JsonWriter json, string name, string? about)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (about is not null && about != name)
        {
            json.WriteString("description", about);
        }

        json.WriteEndObject();
    }
}
