using System.Reflection;
using Pergola.App.Actions;
using Pergola.Data.Dialects;
using Pergola.Plugins.Client.Words;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Client.Actions;

/// <summary><c>app:getInfo</c>: what a client needs to know of the app before anybody has signed in.</summary>
[Reads]
internal sealed class DescribeApp(SettingsBook settings, LanguageChoice languages, Dialect dialect) : IAction
{
    private static readonly string Version = typeof(DescribeApp)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var now = await settings.GetAsync(context.Aborted);
        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("database");
            json.WriteString("dialect", dialect.Name);
            json.WriteEndObject();
            json.WriteString("version", Version);
            json.WriteString("lang", languages.Of(context, now));
            json.WriteString("name", context.App);
            json.WriteString("theme", now.Theme);
            json.WriteEndObject();
        });
    }
}
