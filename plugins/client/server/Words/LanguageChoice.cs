using Pergola.App.Actions;
using Pergola.App.Localization;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Client.Words;

/// <summary>Which of the enabled languages a request is answered in.</summary>
internal sealed class LanguageChoice(LocalizationOptions options)
{
    /// <summary><c>?locale=</c>, else <c>X-Locale</c>, where enabled; else the first of those that are.</summary>
    public string Of(ActionContext context, AppSettings settings)
    {
        var enabled = settings.Languages;
        return Enabled(context.Params.Text("locale"))
            ?? Enabled(context.Http.Request.Headers["X-Locale"].ToString())
            ?? (enabled.Count > 0 ? enabled[0] : options.AppLocale);

        string? Enabled(string? asked) =>
            enabled.FirstOrDefault(l => l.Equals(asked, StringComparison.OrdinalIgnoreCase));
    }
}
