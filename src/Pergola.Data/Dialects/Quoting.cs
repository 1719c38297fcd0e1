namespace Pergola.Data.Dialects;

/// <summary>Identifiers and parameter markers.</summary>
public abstract class Quoting
{
    /// <summary>Longest identifier in characters.</summary>
    public abstract int MaxIdentifierLength { get; }

    /// <summary>Marker of the parameter at a position, counted from 1.</summary>
    public abstract string Parameter(int position);

    /// <summary>A name as an identifier; every name that reaches SQL passes here.</summary>
    public static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
