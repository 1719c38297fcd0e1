using Pergola.App.Acl;

namespace Pergola.App.Plugins;

/// <summary>Actions a plugin opens to callers without a permission.</summary>
public sealed class PluginAcl(PluginDeclarations declarations)
{
    /// <summary>Opens an action; <c>*</c> stands for every resource or every action.</summary>
    public PluginAcl Allow(string resource, string action, Audience audience)
    {
        declarations.Allowances.Add(new Allowance(resource, action, audience));
        return this;
    }
}
