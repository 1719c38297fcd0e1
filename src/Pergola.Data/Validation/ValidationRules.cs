using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Data.Validation;

/// <summary>The option <c>validation</c> of every field of a collection, ready to be checked.</summary>
internal sealed class ValidationRules
{
    private readonly IReadOnlyList<FieldValidation> _fields;

    private ValidationRules(IReadOnlyList<FieldValidation> fields) => _fields = fields;

    public static ValidationRules Of(Collection collection)
    {
        var fields = new List<FieldValidation>();
        foreach (var definition in collection.Definition.Fields)
        {
            if (
                definition.Options.Get("validation") is { } option
                && collection.TryGetField(definition.Name, out var field)
                && FieldValidation.Parse(field, option) is { } validation
            )
            {
                fields.Add(validation);
            }
        }

        return new ValidationRules(fields);
    }

    /// <summary>Checks every field with rules, in the order of definition; the first broken rule is raised.</summary>
    /// <param name="given">Value of a field by name, null when it was not given.</param>
    /// <param name="isForced">Whether the server sets the field itself.</param>
    /// <exception cref="ValidationException">A rule is broken.</exception>
    public void CheckInsert(Func<string, JsonElement?> given, Func<Field, bool> isForced)
    {
        foreach (var validation in _fields)
        {
            if (!isForced(validation.Field))
            {
                validation.CheckInsert(given(validation.Field.Name), given);
            }
        }
    }

    /// <summary>Checks the fields that were sent.</summary>
    /// <exception cref="ValidationException">A rule is broken.</exception>
    public void CheckUpdate(Func<string, JsonElement?> given)
    {
        foreach (var validation in _fields)
        {
            if (given(validation.Field.Name) is { } value)
            {
                validation.Check(value);
            }
        }
    }
}
