using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Text;

/// <summary>Saving of text: conversion, trimming, limits.</summary>
internal static class TextValues
{
    /// <summary>Length of a text column that states none.</summary>
    public const int DefaultLength = 255;

    /// <summary>Text of a scalar, as it stands.</summary>
    public static string Read(JsonElement value, ColumnField field) =>
        ScalarText.Of(value, field.Name) ?? throw field.Invalid("{field} must be a text");

    /// <summary>Text to store: trimmed where the field says so, null for an empty text in a unique field.</summary>
    public static string? ReadForSave(JsonElement value, ColumnField field)
    {
        var text = Read(value, field);
        if (field.Definition.Flag("trim") ?? false)
        {
            text = text.Trim();
        }

        return text.Length == 0 && field.IsUnique ? null : text;
    }

    public static string? CheckLength(string? text, ColumnField field)
    {
        var limit = field.ColumnType.Length ?? DefaultLength;
        if (text is not null && text.Length > limit && ScalarText.CountCharacters(text) > limit)
        {
            throw field.Invalid("{field} is longer than {limit} characters", ("limit", limit.ToString()));
        }

        return text;
    }

    public static void CheckLengthOption(FieldDefinition definition)
    {
        if (definition.Options.Get("length") is null)
        {
            return;
        }

        if (definition.Number("length") is not (>= 1 and <= 10_485_760))
        {
            throw ValueErrors.Option(definition, "length", "{field}: {option} must be an integer from 1 to 10485760");
        }
    }
}
