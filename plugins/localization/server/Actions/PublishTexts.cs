using Pergola.App.Actions;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Actions;

/// <summary><c>localization:publish</c>: what is translated is shown from the next request on.</summary>
internal sealed class PublishTexts(Publisher publisher) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        await publisher.PublishAsync(context.Aborted);
        await context.WriteEmptyObjectAsync();
    }
}
