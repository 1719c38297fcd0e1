using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Plugins.Client.Words;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Client.Actions;

/// <summary>
/// <c>app:getLang</c>: the texts of one language by namespace, all or those of <c>ns</c>. Clients that have them already are
/// told so by a tag.
/// </summary>
[Reads]
internal sealed class GetLanguage(SettingsBook settings, LanguageChoice languages, LanguagePack pack) : IAction
{
    private const int MostNamespaces = 200;
    private const int LongestList = 10_000;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var wanted = Wanted(context.Params);
        var answer = pack.Of(languages.Of(context, await settings.GetAsync(context.Aborted)), wanted);
        var headers = context.Http.Response.Headers;
        headers.ETag = answer.Tag;
        headers.CacheControl = "no-cache";
        headers.Vary = "X-Locale";
        var known = context.Http.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Any(tag => tag.Compare(EntityTagHeaderValue.Parse(answer.Tag), useStrongComparison: false)))
        {
            context.Response.NoContent();
            context.Http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await context.WriteDataAsync(json => json.WriteRawValue(answer.Json, skipInputValidation: true));
    }

    private static IReadOnlyList<string>? Wanted(ActionParams parameters)
    {
        if (parameters.Text("ns") is not { Length: > 0 } list)
        {
            return null;
        }

        string[] names = list.Length > LongestList ? [] : list.Split(',', StringSplitOptions.TrimEntries);
        return names.Length is > 0 and <= MostNamespaces
            ? [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)]
            : throw new BadRequestException("\"ns\" names too many namespaces", field: "ns");
    }
}
