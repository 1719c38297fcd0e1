using System.Text;

namespace Pergola.Core.Errors;

/// <summary>
/// Root of every failure a caller is told about. The English template is also the key of its translation;
/// <c>{name}</c> in it is replaced by the argument of that name.
/// </summary>
public abstract class PergolaException : Exception
{
    protected PergolaException(
        string template,
        IReadOnlyList<ErrorArgument>? arguments = null,
        string? field = null,
        string? code = null,
        Exception? inner = null
    )
        : base(Fill(template, arguments ?? []), inner)
    {
        Template = template;
        Arguments = arguments ?? [];
        Field = field;
        Code = code;
    }

    public string Template { get; }

    public IReadOnlyList<ErrorArgument> Arguments { get; }

    /// <summary>Name or path of the parameter or field that is wrong, when there is one.</summary>
    public string? Field { get; }

    /// <summary>Machine-readable code of the wire contract; most errors have none.</summary>
    public string? Code { get; }

    /// <summary>Puts the arguments into a template. Unknown placeholders stay as they are.</summary>
    public static string Fill(string template, IReadOnlyList<ErrorArgument> arguments)
    {
        if (arguments.Count == 0)
        {
            return template;
        }

        var text = new StringBuilder(template);
        foreach (var (name, value) in arguments)
        {
            text.Replace("{" + name + "}", value);
        }

        return text.ToString();
    }
}

/// <summary>One named value of an error message.</summary>
public readonly record struct ErrorArgument(string Name, string Value)
{
    public static implicit operator ErrorArgument((string Name, string Value) pair) => new(pair.Name, pair.Value);
}
