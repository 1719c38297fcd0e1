using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Users.Actions;

/// <summary><c>users:updateLang</c>: the language somebody wants to be spoken to in.</summary>
internal sealed class UpdateLangAction(AccountWriter accounts) : IAction
{
    private const int LongestName = 35;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var language = context.Values.Text("appLang");
        if (string.IsNullOrEmpty(language) || language.Length > LongestName || !IsName(language))
        {
            throw new BadRequestException("\"appLang\" must be a language such as en-US", field: "appLang");
        }

        await accounts.UpdateAsync(context, context.RequireUser().Id, new { appLang = language });
        await context.WriteEmptyObjectAsync();
    }

    private static bool IsName(string language) =>
        char.IsAsciiLetter(language[0]) && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
