using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Signals;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.EnvironmentVariables;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>The authenticators that are switched on, in their order; kept in memory until one of them changes.</summary>
internal sealed class AuthenticatorList
{
    private readonly RecordReader _reader;
    private readonly SchemaStore _schemas;
    private readonly VariableBook _variables;
    private readonly Remembered<IReadOnlyList<Authenticator>> _known;

    public AuthenticatorList(
        RecordReader reader,
        SchemaStore schemas,
        ChangeSignals signals,
        VariableBook variables,
        IEnumerable<IAuthenticatorType> types
    )
    {
        _variables = variables;
        _reader = reader;
        _schemas = schemas;
        _known = new(signals, "authenticators", ReadAsync);
        Types = types.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The registered types by name.</summary>
    public IReadOnlyDictionary<string, IAuthenticatorType> Types { get; }

    /// <summary>With the variables that their options name as they are now.</summary>
    public async ValueTask<IReadOnlyList<Authenticator>> GetAsync(CancellationToken cancellationToken)
    {
        var known = await _known.GetAsync(cancellationToken);
        return known.Any(a => NamesVariables(a.Options)) ? [.. known.Select(WithVariables)] : known;
    }

    /// <summary>The authenticator of a name and its type; for an unknown name the first one that is switched on.</summary>
    /// <exception cref="ForbiddenException">None is switched on.</exception>
    public async ValueTask<(Authenticator Authenticator, IAuthenticatorType Type)> FindAsync(
        string? name,
        CancellationToken cancellationToken
    )
    {
        var all = await GetAsync(cancellationToken);
        var found =
            all.FirstOrDefault(a => a.Name == name)
            ?? (all.Count > 0 ? all[0] : null)
            ?? throw new ForbiddenException("No way to sign in is switched on");
        return (found, Types[found.Type]);
    }

    public void ForgetWith(WriteTransaction transaction) => _known.ForgetWith(transaction);

    private async Task<IReadOnlyList<Authenticator>> ReadAsync(CancellationToken cancellationToken)
    {
        var table = _schemas.Current["authenticators"];
        var sort = table.Column("sort");
        var query = new RecordQuery(table) { Sort = [new SortKey(FieldPath.Of(sort), Descending: false)] };
        using var page = await _reader.ReadAsync(query, cancellationToken);
        return
        [
            .. RecordReader
                .ToJson(page)
                .EnumerateArray()
                .Where(row => row.Flag("enabled") ?? false)
                .Select(row => new Authenticator(
                    row.Text("name") ?? string.Empty,
                    row.Text("authType") ?? string.Empty,
                    row.Text("title"),
                    row.Get("options")?.Clone() ?? JsonText.EmptyObject
                ))
                .Where(a => Types.ContainsKey(a.Type)),
        ];
    }

    private static bool NamesVariables(JsonElement options) =>
        options.GetRawText().Contains("$env", StringComparison.Ordinal);

    /// <summary>What is shown to everybody has no secrets in it.</summary>
    private Authenticator WithVariables(Authenticator authenticator)
    {
        var options = JsonObject.Create(authenticator.Options.Rendered(_variables.Render))!;
        if (authenticator.Options.Get("public") is { } open)
        {
            options["public"] = JsonSerializer.SerializeToNode(
                open.Rendered(_variables.RenderOpenly),
                JsonText.Serializer
            );
        }

        return authenticator with
        {
            Options = JsonSerializer.SerializeToElement(options, JsonText.Serializer),
        };
    }
}
