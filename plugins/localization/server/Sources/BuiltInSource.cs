using System.Runtime.CompilerServices;
using Pergola.App.Localization;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Sources;

/// <summary>The texts that came with the product.</summary>
internal sealed class BuiltInSource(TextCatalog catalog) : ITextSource
{
    private const string English = "en-US";

    public string Name => "local";

    public string Title => "Texts of the product";

    public async IAsyncEnumerable<(string Module, string Text)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await ValueTask.CompletedTask;
        foreach (var name in catalog.BuiltIn.Namespaces)
        {
            foreach (var key in catalog.BuiltIn.Of(English, name).Keys)
            {
                yield return (TextEntry.ModulePrefix + name, key);
            }
        }
    }
}
