using System.Text.Json;
using Pergola.Core.Passwords;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Text;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>Password, stored as its hash.</summary>
public sealed class PasswordField(ScryptPasswordHash hash) : FieldType
{
    public override string Name => "password";

    public override bool KeepsWhenEmpty => true;

    public override bool IsSecret => true;

    /// <summary>The option <c>length</c> is that of the hash; the column is always wide enough.</summary>
    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.String);

    public override void Check(FieldDefinition definition)
    {
        var format = FormatOf(definition);
        if (format.SaltBytes < 1 || format.KeyBytes < 1 || format.Length > TextValues.DefaultLength)
        {
            throw ValueErrors.Option(definition, "length", "{field}: {option} does not fit a salt and a key");
        }
    }

    /// <summary>The hash of a password; an empty one is no value.</summary>
    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TextValues.Read(value, field) is { Length: > 0 } password
            ? hash.Hash(password, FormatOf(field.Definition))
            : null;

    /// <summary>Filters see hashes, not passwords.</summary>
    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);

    /// <summary>Measures of the hashes of a field, for verifying against one.</summary>
    public static PasswordFormat FormatOf(FieldDefinition definition) =>
        new(
            definition.Number("length") ?? PasswordFormat.Default.Length,
            definition.Number("randomBytesSize") ?? PasswordFormat.Default.SaltBytes
        );
}
