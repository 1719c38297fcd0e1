using static Pergola.ConformanceTests.BadInput.BadRequest;

namespace Pergola.ConformanceTests.BadInput.Cases;

/// <summary>Pages that cannot be.</summary>
internal static class PagingCases
{
    private static readonly string[] Numbers =
    [
        "x",
        "0",
        "-1",
        "1.5",
        "1e2",
        "1e99",
        "2147483648",
        "99999999999999999999",
        "0x10",
        "NaN",
        "1;2",
        "٣",
        "[5]",
        "{}",
    ];

    public static IEnumerable<BadRequest> Requests =>
        [
            .. Numbers.Select(n => List("pageSize", n, "pageSize")),
            .. Numbers.Select(n => List("page", n, "page")),
            Get("pageSize as a list", "bad_things:list?pageSize[]=5", "pageSize"),
            Get("pageSize twice", "bad_things:list?pageSize=5&pageSize=6", "pageSize"),
            Get("page as an object", "bad_things:list?page[a]=5", "page"),
        ];
}
