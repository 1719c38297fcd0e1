using System.Text.Json;
using Pergola.App.Acl;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>The frame that all operations share: names, tags, who may use them and how they fail.</summary>
internal sealed class OperationWriter(Utf8JsonWriter json, AllowanceList allowances)
{
    /// <summary>Writes the method of a path, <c>get</c> for what reads without a body.</summary>
    /// <param name="resource">The resource as rights know it.</param>
    /// <param name="action">Its action; with the resource the id of the operation.</param>
    public void Write(string resource, string action, bool isRead, OperationText text, OperationParts parts)
    {
        var isPublic = allowances.Find(resource, action) == Audience.Public;
        json.WriteStartObject(isRead ? "get" : "post");
        json.WriteString("operationId", $"{resource}.{action}");
        json.WriteStartArray("tags");
        json.WriteStringValue(text.Tag);
        json.WriteEndArray();
        json.WriteString("summary", text.Summary);
        if (text.Details is not null)
        {
            json.WriteString("description", text.Details);
        }

        if (isPublic)
        {
            json.WriteStartArray("security");
            json.WriteEndArray();
        }

        json.WriteStartArray("parameters");
        parts.Parameters?.Invoke();
        json.WriteEndArray();
        if (parts.Body is { } body)
        {
            json.WriteStartObject("requestBody");
            json.WriteBoolean("required", true);
            WriteContent("application/json", body);
            json.WriteEndObject();
        }

        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "The answer");
        WriteContent(parts.AnswerType, parts.Answer);
        json.WriteEndObject();
        WriteFailure("400", "api.badRequest");
        if (!isPublic)
        {
            WriteFailure("401", "api.unauthenticated");
            WriteFailure("403", "api.forbidden");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The answer <c>{"data":…}</c>, with <c>meta</c> for pages.</summary>
    public void WriteEnvelope(Action writeData, bool isPaged = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WritePropertyName("data");
        writeData();
        if (isPaged)
        {
            json.WriteStartObject("meta");
            json.WriteString("$ref", "#/components/schemas/api.page");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue("data");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WriteParameterReference(string name)
    {
        json.WriteStartObject();
        json.WriteString("$ref", $"#/components/parameters/api.{name}");
        json.WriteEndObject();
    }

    private void WriteContent(string type, Action writeSchema)
    {
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WritePropertyName("schema");
        writeSchema();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteFailure(string status, string name)
    {
        json.WriteStartObject(status);
        json.WriteString("$ref", $"#/components/responses/{name}");
        json.WriteEndObject();
    }
}

/// <summary>What people read of an operation.</summary>
internal sealed record OperationText(string Tag, string Summary, string? Details = null);

/// <summary>What an operation takes and answers; each part writes itself.</summary>
/// <param name="Answer">Writes the schema of the answer.</param>
internal sealed record OperationParts(Action Answer)
{
    /// <summary>Writes the elements of a list.</summary>
    public Action? Parameters { get; init; }

    /// <summary>Writes the schema of the body.</summary>
    public Action? Body { get; init; }

    public string AnswerType { get; init; } = "application/json";
}
