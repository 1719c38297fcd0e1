using System.Collections.Frozen;
using Pergola.Core.Errors;

namespace Pergola.App.Localization;

/// <summary>The texts of one language. The English text is the key; a text without translation stays English.</summary>
public sealed class Texts(string locale, FrozenDictionary<string, string> translations)
{
    public static readonly Texts English = new("en-US", FrozenDictionary<string, string>.Empty);

    public string Locale { get; } = locale;

    public string Translate(string text) => translations.GetValueOrDefault(text, text);

    /// <summary>A message in this language: the template, and the arguments that are labels, are translated.</summary>
    public string Message(string template, IReadOnlyList<ErrorArgument> arguments)
    {
        if (arguments.Count == 0)
        {
            return Translate(template);
        }

        var translated = new ErrorArgument[arguments.Count];
        for (var index = 0; index < arguments.Count; index++)
        {
            translated[index] = new ErrorArgument(arguments[index].Name, Label(arguments[index].Value));
        }

        return PergolaException.Fill(Translate(template), translated);
    }

    /// <summary>A title as it is stored: plain, or a template <c>{{t("…")}}</c> (a second argument is a namespace).</summary>
    public string Label(string title) => Translate(TextTemplate.TryRead(title, out var key) ? key : title);
}
