using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Text;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>Name-like key: given by the user and matching a pattern, else a prefix with eleven random characters.</summary>
internal sealed class UidField : FieldType, IGeneratesOnInsert
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(200);

    public override string Name => "uid";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.String);

    public override void Check(FieldDefinition definition)
    {
        if (definition.Text("pattern") is not { } pattern)
        {
            return;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.None, MatchLimit);
        }
        catch (ArgumentException)
        {
            throw ValueErrors.Option(definition, "pattern", "{field}: {option} is not a valid regular expression");
        }
    }

    /// <summary>An empty text is no value.</summary>
    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        var text = TextValues.Read(value, field);
        if (text.Length == 0)
        {
            return null;
        }

        TextValues.CheckLength(text, field);
        var pattern = field.Definition.Text("pattern");
        if (pattern is null && !IsName(text))
        {
            throw field.Invalid(
                "{field} can only include A-Z, a-z, 0-9, _-*$, '{value}' is invalid",
                ("value", ValueErrors.Quote(text))
            );
        }

        if (pattern is not null && !Matches(text, pattern))
        {
            throw field.Invalid("{field} does not match its pattern {pattern}", ("pattern", pattern));
        }

        return text;
    }

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        AutoFill.IsOn(field.Definition) ? field.Definition.Text("prefix") + RandomText.Uid() : null;

    /// <summary>The default pattern <c>^[A-Za-z0-9_][A-Za-z0-9_-]*$</c>.</summary>
    private static bool IsName(string text) =>
        text[0] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>The pattern comes from whoever defined the field, so it gets no more time than a request can spare.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, MatchLimit);
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }
}
