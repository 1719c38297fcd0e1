using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Localization.Actions;
using Pergola.Plugins.Localization.Collections;
using Pergola.Plugins.Localization.Installation;
using Pergola.Plugins.Localization.Sources;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization;

/// <summary>Texts of the app in the words of its people: collected, translated, published.</summary>
[Plugin("localization", StartsEnabled = false, Description = "Texts of the app, translated by those who use it.")]
public sealed class LocalizationPlugin : Plugin
{
    private const string Texts = LocalizationTextsCollection.Name;
    private const string Translations = LocalizationTranslationsCollection.Name;

    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<TextTables>();
        plugin.Services.AddSingleton<TextCollector>();
        plugin.Services.AddSingleton<Publisher>();
        plugin.Services.AddSingleton<TextEntries>();
        plugin.Services.AddSingleton<ITextSource, BuiltInSource>();
        plugin.Services.AddSingleton<ITextSource, TitleSource>();
        plugin.Services.AddSingleton<ITextSource, RouteSource>();
        plugin.Collections.Add<LocalizationTextsCollection>().Add<LocalizationTranslationsCollection>();
        plugin.Install<PublishStored>();
        plugin.Records.On<CollectTitles>("*", ChangeKinds.Create | ChangeKinds.Update);
        plugin.Records.On<GuardTranslation>(Translations, ChangeKinds.Create | ChangeKinds.Update);
        plugin
            .Resource("localization")
            .Describe("The texts of the app", LocalizationDescriptions.App)
            .Action<ListSources>("getSources")
            .Action<SyncTexts>("sync")
            .Action<PublishTexts>("publish")
            .Action<ImportTranslations>("import");
        plugin
            .Resource(Texts)
            .Describe("Texts that can be translated", LocalizationDescriptions.Texts)
            .Close("get", "destroy")
            .Action<ListTexts>("list")
            .Action<StoreMissing>("missing");
        plugin.Resource(Translations).Close("list", "get", "create", "update", "destroy", "updateOrCreate");
        plugin
            .Acl.Snippet("pm.localization.localization", "localization:*", $"{Texts}:*", $"{Translations}:*")
            .Snippet("ui.localization", $"{Texts}:missing")
            .Reserve(Texts, "create", "update", "destroy")
            .Reserve(Translations, "create", "update", "destroy");
    }
}
