using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>
/// Names what a document depends on: the collections by their revision, the actions there are, the rules of the roles that
/// count, the language and the address. Nodes that know the same name the same.
/// </summary>
internal sealed class DocumentTag(ActionRegistry actions, RulesStore rules)
{
    private readonly byte[] _product = SHA256.HashData(
        Encoding.UTF8.GetBytes(
            string.Join('\n', actions.All.Select(a => $"{a.Resource}:{a.Action}"))
                + Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId
        )
    );

    public string Of(ActionContext context, string server)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_product);
        Add($"{context.Schema.Revision}\n{context.Texts.Locale}\n{server}\n{context.User is not null}\n");
        foreach (var name in context.Roles)
        {
            Add($"role {name}\n");
            if (rules.Find(name) is { } role)
            {
                AddRole(role);
            }
        }

        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"";

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

        void AddRole(RoleRules role)
        {
            Add(string.Join('\n', role.Snippets.Concat(role.Strategy)));
            foreach (var (resource, rulesOfResource) in role.Resources)
            {
                Add($"\n{resource}");
                foreach (var (action, rule) in rulesOfResource)
                {
                    Add($"\n{action} {rule.IsOwn} {string.Join(',', rule.Fields ?? ["*"])}");
                }
            }
        }
    }
}
