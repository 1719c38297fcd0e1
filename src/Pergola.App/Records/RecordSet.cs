using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Records;

/// <summary>The records of one collection as objects of a class.</summary>
public sealed class RecordSet<T>
    where T : class
{
    private static readonly string[] Owned = ["createdAt", "updatedAt"];
    private readonly RecordSets _sets;
    private readonly string _collection;
    private readonly WriteSession? _session;

    internal RecordSet(RecordSets sets, string collection, WriteSession? session)
    {
        _sets = sets;
        _collection = collection;
        _session = session;
    }

    /// <summary>The record with a key, null when there is none.</summary>
    public async Task<T?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var found = await ListAsync(new { id }, cancellationToken, limit: 1);
        return found.Count == 0 ? null : found[0];
    }

    /// <param name="filter">A filter as the API takes it, as an object: <c>new { done = false }</c>; null for all.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <param name="sort">Fields to sort by, <c>-</c> before those that descend.</param>
    /// <param name="limit">Most records; null for all.</param>
    /// <exception cref="BadRequestException">The filter or the order names something that is not there.</exception>
    public async Task<IReadOnlyList<T>> ListAsync(
        object? filter,
        CancellationToken cancellationToken,
        string? sort = null,
        int? limit = null
    )
    {
        var query = Query(filter) with { Limit = limit };
        if (sort is not null)
        {
            query = query with { Sort = SortParser.Parse(sort.Split(','), query.Collection) };
        }

        var rows = await _sets.ReadAsync(query, _session, cancellationToken);
        return [.. rows.EnumerateArray().Select(_sets.ToObject<T>)];
    }

    /// <summary>How many records meet a filter.</summary>
    public Task<long> CountAsync(object? filter, CancellationToken cancellationToken) =>
        _sets.CountAsync(Query(filter), cancellationToken);

    /// <summary>Creates a record; a key of zero and times are left to the database.</summary>
    /// <returns>The record as it was stored.</returns>
    /// <exception cref="PergolaException">A value does not fit; nothing was written.</exception>
    public async Task<T> CreateAsync(T values, CancellationToken cancellationToken)
    {
        var given = Given(_sets.ToValues(values));
        return await _sets.WriteAsync(
            _session,
            async (writer, session) =>
            {
                var written = await writer.InsertAsync(
                    session,
                    session.Schema[_collection],
                    given,
                    WriteOptions.Default,
                    cancellationToken
                );
                return _sets.ToObject<T>(written);
            },
            cancellationToken
        );
    }

    /// <summary>Changes the fields that are given: <c>new { done = true }</c>.</summary>
    /// <returns>Whether there is such a record.</returns>
    /// <exception cref="PergolaException">A value does not fit; nothing was written.</exception>
    public Task<bool> UpdateAsync(long id, object changes, CancellationToken cancellationToken) =>
        _sets.WriteAsync(
            _session,
            async (writer, session) =>
                await writer.UpdateAsync(
                    session,
                    session.Schema[_collection],
                    KeyOf(session.Schema[_collection], id),
                    filter: null,
                    _sets.ToValues(changes),
                    WriteOptions.Default,
                    cancellationToken
                )
                    is not null,
            cancellationToken
        );

    /// <summary>Deletes a record.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DestroyAsync(long id, CancellationToken cancellationToken) =>
        _sets.WriteAsync(
            _session,
            async (writer, session) =>
                await writer.DestroyAsync(
                    session,
                    session.Schema[_collection],
                    [KeyOf(session.Schema[_collection], id)],
                    cancellationToken
                ) > 0,
            cancellationToken
        );

    private static RecordKey KeyOf(Collection collection, long id) => new(collection.PrimaryKey, [id]);

    private RecordQuery Query(object? filter)
    {
        var collection = _session?.Schema[_collection] ?? _sets.Find(_collection);
        return new RecordQuery(collection) { Filter = _sets.Filter(collection, filter) };
    }

    private static JsonElement Given(JsonElement values)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in values.EnumerateObject())
        {
            var isLeft =
                Owned.Contains(property.Name)
                || property is { Name: "id", Value.ValueKind: JsonValueKind.Number } && property.Value.GetInt64() == 0;
            if (!isLeft)
            {
                given[property.Name] = property.Value;
            }
        }

        return JsonSerializer.SerializeToElement(given, JsonText.Serializer);
    }
}
