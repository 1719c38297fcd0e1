using System.Text.Json;
using System.Text.RegularExpressions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>Refuses roles that could not be named in a request, and snippets that could never match.</summary>
internal sealed partial class CheckRole : IRecordHandler
{
    private const int MostSnippets = 1000;

    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (
            change.Values.GetValueOrDefault(change.Collection.Column("name")) is string name
            && (name == RoleNames.Union || !Name().IsMatch(name))
        )
        {
            throw new BadRequestException(
                "The name of a role has letters, digits, hyphens and underscores, at most 100 of them",
                field: "name"
            );
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (
            change.Values.ContainsKey(change.Collection.Column("snippets"))
            && change.Record.Get("snippets") is { ValueKind: JsonValueKind.Array } snippets
        )
        {
            var isRight =
                snippets.GetArrayLength() <= MostSnippets
                && snippets
                    .EnumerateArray()
                    .All(s => s.ValueKind == JsonValueKind.String && Pattern().IsMatch(s.GetString()!));
            if (!isRight)
            {
                throw new BadRequestException(
                    "\"snippets\" must be a list of names such as pm.users, ui.* or !pm",
                    field: "snippets"
                );
            }
        }

        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary>Some names that existing installations have end in a blank.</summary>
    [GeneratedRegex("^!?[A-Za-z0-9_*][A-Za-z0-9_.*-]{0,199} ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
