using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Plugins.Client.Actions;

namespace Pergola.Plugins.Client;

/// <summary>Says that there is no licence key, to clients that ask: nothing here needs one.</summary>
[Plugin("license", IsEssential = true, Description = "Says that Pergola needs no licence.")]
public sealed class LicensePlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin
            .Resource("license")
            .Describe("The licence, which Pergola does not need", ClientDescriptions.License)
            .Action<HasLicense>("is-exists")
            .Action<ValidateLicense>("license-validate");
        plugin
            .Acl.Allow("license", "is-exists", Audience.LoggedIn)
            .Allow("license", "license-validate", Audience.LoggedIn);
    }
}
