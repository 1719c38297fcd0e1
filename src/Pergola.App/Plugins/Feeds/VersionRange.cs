namespace Pergola.App.Plugins.Feeds;

/// <summary>Versions that will do, in the notation of NuGet: <c>1.0</c> is the least, <c>[1.0,2.0)</c> has an end as well.</summary>
public sealed class VersionRange
{
    private readonly PackageVersion? _least;
    private readonly PackageVersion? _most;
    private readonly bool _hasLeast;
    private readonly bool _hasMost;

    private VersionRange(PackageVersion? least, bool hasLeast, PackageVersion? most, bool hasMost)
    {
        _least = least;
        _hasLeast = hasLeast;
        _most = most;
        _hasMost = hasMost;
    }

    /// <summary>Text that is no range allows every version.</summary>
    public static VersionRange Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || text[0] is not ('[' or '('))
        {
            return new VersionRange(VersionOf(text), true, null, false);
        }

        var ends = text.Trim('[', ']', '(', ')').Split(',');
        var (least, most) = (VersionOf(ends[0]), VersionOf(ends[^1]));
        return new VersionRange(least, text[0] == '[', most, text[^1] == ']');
    }

    public bool Allows(PackageVersion version) =>
        (
            _least is null
            || PackageVersion.Order.Compare(version, _least) is var low && (low > 0 || (low == 0 && _hasLeast))
        )
        && (
            _most is null
            || PackageVersion.Order.Compare(version, _most) is var high && (high < 0 || (high == 0 && _hasMost))
        );

    private static PackageVersion? VersionOf(string text) =>
        PackageVersion.TryParse(text.Trim(), out var version) ? version : null;
}
