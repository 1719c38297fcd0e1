using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>What becomes of a JSON value that is given for a field.</summary>
public sealed record ValueForm
{
    private ValueForm() { }

    /// <summary>It is refused, naming the field.</summary>
    public static ValueForm Refused { get; } = new() { MayBeAccepted = false };

    /// <summary>It is refused, or accepted and then read as a value of the field's kind: the documents leave it open.</summary>
    public static ValueForm Open { get; } = new() { MayBeAccepted = true, MayBeRefused = true };

    public bool MayBeAccepted { get; private init; } = true;

    public bool MayBeRefused { get; private init; }

    /// <summary>How it is read back, when that is known.</summary>
    public JsonElement? Exact { get; private init; }

    /// <summary>It is accepted and read back like this.</summary>
    public static ValueForm Accepted(object? value, FieldKind kind) => new() { Exact = JsonForms.Write(value, kind) };
}
