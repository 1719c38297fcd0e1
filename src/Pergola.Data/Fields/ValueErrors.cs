using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields;

/// <summary>Errors of values, each naming its field.</summary>
internal static class ValueErrors
{
    private const int LongestQuote = 100;

    /// <param name="template">Message with the placeholder <c>{field}</c>.</param>
    public static ValidationException Invalid(this ColumnField field, string template) => Invalid(field.Name, template);

    public static ValidationException Invalid(this ColumnField field, string template, ErrorArgument argument) =>
        new(template, [("field", field.Name), argument], field.Name);

    public static ValidationException Invalid(string path, string template) => new(template, [("field", path)], path);

    /// <summary>A wrong option of a field that is being defined.</summary>
    public static ValidationException Option(FieldDefinition definition, string option, string template) =>
        new(template, [("field", definition.Name), ("option", option)], definition.Name);

    /// <summary>A value as it is quoted in a message: never more than a line of it.</summary>
    public static string Quote(string value) => value.Length <= LongestQuote ? value : value[..LongestQuote] + "…";
}
