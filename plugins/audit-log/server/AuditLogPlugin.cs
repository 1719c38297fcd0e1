using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.AuditLog.Actions;
using Pergola.Plugins.AuditLog.Changes;
using Pergola.Plugins.AuditLog.Collections;
using Pergola.Plugins.AuditLog.Entries;
using Pergola.Plugins.AuditLog.Retention;
using Pergola.Plugins.AuditLog.Writing;

namespace Pergola.Plugins.AuditLog;

/// <summary>Who did what, when and from where; and what it was before, where somebody asked for that.</summary>
[Plugin("audit-log", Title = "Audit log", Description = "Who did what, when and from where.")]
public sealed class AuditLogPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<EntryQueue>();
        plugin.Services.AddSingleton<EntryTable>();
        plugin.Services.AddSingleton<ApiKeyNames>();
        plugin.Services.AddSingleton<RepeatedRefusals>();
        plugin.Services.AddSingleton<AuditSettingsBook>();
        plugin.Services.AddSingleton<FollowedCollections>();
        plugin.Services.AddSingleton<EntryQueries>();
        plugin.Collections.Add<AuditEntriesCollection>().Add<AuditChangesCollection>().Add<AuditSettingsCollection>();
        plugin.Install<AuditSettingsBook>().Observer<ObserveActions>().Background<EntryWriter>().Background<PurgeOld>();
        plugin.Records.On<RecordValues>("*", ChangeKinds.All);
        plugin
            .Resource("auditLogs")
            .Describe("Who did what, when and from where", AuditLogDescriptions.Log)
            .Close()
            .Action<ListEntries>("list")
            .Action<GetEntry>("get")
            .Action<ExportEntries>("export")
            .Action<ReadSettings>("getSettings")
            .Action<UpdateSettings>("updateSettings");
        plugin.Acl.Snippet("pm.audit-log", "auditLogs:*");
    }
}
