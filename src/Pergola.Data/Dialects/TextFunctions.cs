using Pergola.Data.Fields;

namespace Pergola.Data.Dialects;

/// <summary>Pattern matching on text. Arguments are SQL; patterns are parameter markers.</summary>
public abstract class TextFunctions
{
    /// <summary>A column of any kind as text.</summary>
    public abstract string AsText(string column);

    /// <summary>
    /// A column as the API writes it: the same text for the same value on every database, as far as its type allows.
    /// </summary>
    public abstract string AsText(ColumnType type, string column);

    /// <summary>LIKE without regard to case (Unicode), backslash as escape character.</summary>
    public abstract string LikeIgnoringCase(string text, string pattern);

    /// <summary>LIKE with regard to case, backslash as escape character.</summary>
    public abstract string Like(string text, string pattern);

    /// <summary>Regular expression match.</summary>
    public abstract string Matches(string text, string pattern, bool ignoreCase);
}
