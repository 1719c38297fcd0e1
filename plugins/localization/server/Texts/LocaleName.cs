using System.Diagnostics.CodeAnalysis;
using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>Names of languages such as <c>sv-SE</c>.</summary>
internal static class LocaleName
{
    private const int Longest = 35;

    public static bool Is([NotNullWhen(true)] string? name) =>
        name is { Length: > 0 and <= Longest }
        && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>The language a request is about: <c>?locale=</c>, else the one it speaks.</summary>
    public static string Of(ActionContext context) =>
        context.Params.Text("locale") is { Length: > 0 } given
            ? Is(given)
                ? given
                : throw Refusal("locale")
            : context.Texts.Locale;

    public static BadRequestException Refusal(string field) =>
        new("\"{field}\" must be a language such as en-US", [("field", field)], field);
}
