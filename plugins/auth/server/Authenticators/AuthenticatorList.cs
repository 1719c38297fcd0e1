using System.Text.Json;
using Pergola.App.Signals;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>The authenticators that are switched on, in their order; kept in memory until one of them changes.</summary>
internal sealed class AuthenticatorList
{
    private readonly RecordReader _reader;
    private readonly SchemaStore _schemas;
    private readonly Remembered<IReadOnlyList<Authenticator>> _known;

    public AuthenticatorList(
        RecordReader reader,
        SchemaStore schemas,
        ChangeSignals signals,
        IEnumerable<IAuthenticatorType> types
    )
    {
        _reader = reader;
        _schemas = schemas;
        _known = new(signals, "authenticators", ReadAsync);
        Types = types.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The registered types by name.</summary>
    public IReadOnlyDictionary<string, IAuthenticatorType> Types { get; }

    public ValueTask<IReadOnlyList<Authenticator>> GetAsync(CancellationToken cancellationToken) =>
        _known.GetAsync(cancellationToken);

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

    public ValueTask ForgetAsync(CancellationToken cancellationToken) => _known.ForgetAsync(cancellationToken);

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
}
