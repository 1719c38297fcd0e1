using System.Text.Json;
using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>
/// The parameters of a request. Values are untrusted text until a parser of Data resolves them. Immutable: the permission
/// check narrows by making a copy.
/// </summary>
public sealed record ActionParams
{
    private readonly QueryTree _query;

    public ActionParams(QueryTree query)
    {
        _query = query;
        Filter = query.Json("filter");
        FilterByTk = query.Json("filterByTk");
        Fields = query.Names("fields");
        Except = query.Names("except");
        Appends = query.Names("appends");
        Sort = query.Names("sort");
        Whitelist = query.Names("whitelist");
        Blacklist = query.Names("blacklist");
    }

    /// <summary>An object or array; null when there is none.</summary>
    public JsonElement? Filter { get; init; }

    /// <summary>A scalar (text), an array or an object of key parts; null when there is none.</summary>
    public JsonElement? FilterByTk { get; init; }

    /// <summary>The keys one by one; null when there are none.</summary>
    public IReadOnlyList<JsonElement>? FilterByTks =>
        FilterByTk switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
            { } one => [one],
        };

    public IReadOnlyList<string>? Fields { get; init; }

    public IReadOnlyList<string>? Except { get; init; }

    public IReadOnlyList<string>? Appends { get; init; }

    public IReadOnlyList<string>? Sort { get; init; }

    public IReadOnlyList<string>? Whitelist { get; init; }

    public IReadOnlyList<string>? Blacklist { get; init; }

    /// <summary>Counted from 1.</summary>
    /// <exception cref="BadRequestException">Not a whole number from 1 to 2,147,483,647.</exception>
    public int Page => Positive("page") ?? 1;

    /// <summary>Null when the request leaves it to the server.</summary>
    /// <exception cref="BadRequestException">Not a whole number from 1 to 2,147,483,647.</exception>
    public int? PageSize => Positive("pageSize");

    /// <summary>Whether a list is cut into pages; true unless refused.</summary>
    public bool Paginate => Text("paginate") is not ("false" or "0");

    public bool Tree => Flag("tree");

    /// <summary>Association paths whose existing targets are updated too.</summary>
    /// <exception cref="BadRequestException">Plain text instead of an array.</exception>
    public IReadOnlyList<string> UpdateAssociationValues => _query.List("updateAssociationValues") ?? [];

    /// <summary>Fields by which a record is looked up; null when not given.</summary>
    /// <exception cref="BadRequestException">Plain text instead of an array.</exception>
    public IReadOnlyList<string>? FilterKeys => _query.List("filterKeys");

    /// <summary>Any parameter as text; null when it is absent or not a plain text.</summary>
    public string? Text(string name) => _query.Text(name);

    /// <summary>Whether a parameter is <c>true</c> or <c>1</c>.</summary>
    public bool Flag(string name) => Text(name) is "true" or "1";

    /// <summary>Any parameter as JSON: JSON text is parsed, brackets become objects and arrays of text.</summary>
    /// <exception cref="BadRequestException">JSON text that is malformed.</exception>
    public JsonElement? Json(string name) => _query.Json(name);

    /// <summary>Any parameter as a list of names: comma text or an array.</summary>
    public IReadOnlyList<string>? Names(string name) => _query.Names(name);

    public bool Has(string name) => _query.Has(name);

    /// <summary>Restricts to the names both sides allow; an absent side allows all.</summary>
    public static IReadOnlyList<string>? Intersect(IReadOnlyList<string>? allowed, IReadOnlyList<string>? asked) =>
        (allowed, asked) switch
        {
            (null, _) => asked,
            (_, null) => allowed,
            _ => [.. asked.Intersect(allowed, StringComparer.Ordinal)],
        };

    private int? Positive(string name)
    {
        if (!Has(name) || Text(name) is "")
        {
            return null;
        }

        return int.TryParse(Text(name), out var number) && number >= 1
            ? number
            : throw new BadRequestException(
                "Parameter {name} must be a whole number from 1 to {max}",
                [("name", name), ("max", int.MaxValue.ToString())],
                name
            );
    }
}
