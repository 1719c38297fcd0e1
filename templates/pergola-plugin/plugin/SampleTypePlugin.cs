using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;

namespace Acme.Sample;

/// <summary>Declares what there is; all work is done by the classes it names.</summary>
[Plugin("sample-plugin", DependsOn = ["users"], Title = "SampleType")]
public sealed class SampleTypePlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Of<Entry>();
        plugin.Records.On<CheckEntry>(Entry.Collection, ChangeKinds.Create | ChangeKinds.Update);
        plugin.Resource(Entry.Collection).Action<CountOpen>("countOpen");
        plugin.Acl.Allow(Entry.Collection, "countOpen", Audience.LoggedIn);
        plugin.Acl.Snippet("pm.sample-plugin", "sample_entries:*");
    }
}
