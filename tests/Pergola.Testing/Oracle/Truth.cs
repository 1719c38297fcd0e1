namespace Pergola.Testing.Oracle;

/// <summary>True, false or unknown, as SQL has it.</summary>
internal readonly record struct Truth(bool? Value)
{
    public static readonly Truth Yes = new(true);
    public static readonly Truth No = new(false);
    public static readonly Truth Unknown = new((bool?)null);

    public static implicit operator Truth(bool value) => new(value);

    public static Truth operator !(Truth truth) => new(!truth.Value);

    public static Truth operator &(Truth left, Truth right) => new(left.Value & right.Value);

    public static Truth operator |(Truth left, Truth right) => new(left.Value | right.Value);
}
