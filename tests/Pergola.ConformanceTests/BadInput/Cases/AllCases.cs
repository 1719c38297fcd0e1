namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Every bad request.</summary>
internal static class AllCases
{
    /// <summary>By name; a name that comes again is numbered.</summary>
    public static IReadOnlyDictionary<string, BadRequest> Requests { get; } =
        All.GroupBy(request => request.Name)
            .SelectMany(same =>
                same.Select((request, i) => (Name: i is 0 ? same.Key : $"{same.Key} ({i + 1})", request))
            )
            .ToDictionary(named => named.Name, named => named.request);

    private static IEnumerable<BadRequest> All =>
        [
            .. NameCases.Requests,
            .. OperatorCases.Requests,
            .. ShapeCases.Requests,
            .. ValueCases.Requests,
            .. KeyCases.Requests,
            .. PagingCases.Requests,
            .. TokenCases.Requests,
            .. CollectionCases.Requests,
            .. FieldCases.Requests,
            .. LinkCases.Requests,
        ];
}
