using System.Diagnostics.CodeAnalysis;
using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.Core.Json;

namespace Pergola.App.Plugins;

/// <summary>Actions a plugin opens to callers without a permission, and what it keeps from everybody.</summary>
public sealed class PluginAcl(PluginDeclarations declarations)
{
    /// <summary>Opens an action; <c>*</c> stands for every resource or every action.</summary>
    public PluginAcl Allow(string resource, string action, Audience audience)
    {
        declarations.Allowances.Add(new Allowance(resource, action, audience));
        return this;
    }

    /// <summary>
    /// Restricts an action to the records that meet a condition, whoever uses it; a filter as the API takes it, variables
    /// included.
    /// </summary>
    public PluginAcl Fix(string resource, string action, [StringSyntax(StringSyntaxAttribute.Json)] string condition)
    {
        declarations.FixedFilters.Add(new FixedFilter(resource, action, JsonText.Parse(condition)));
        return this;
    }

    /// <summary>A bundle of actions that roles are given by name; patterns such as <c>users:*</c>.</summary>
    public PluginAcl Snippet(string name, params string[] actions)
    {
        declarations.Snippets.Add(new Snippet(name, actions));
        return this;
    }

    /// <summary>Keeps actions on a collection from what rules of roles can open: they take a snippet.</summary>
    public PluginAcl Reserve(string collection, params string[] actions)
    {
        foreach (var action in actions)
        {
            declarations.ReservedActions.Add((collection, action));
        }

        return this;
    }
}
