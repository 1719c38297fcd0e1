using System.Diagnostics.CodeAnalysis;

namespace Pergola.App.Plugins.Feeds;

/// <summary>A version as packages have them: up to four numbers and perhaps the name of a preview (source: SemVer 2).</summary>
public sealed class PackageVersion
{
    /// <summary>Older before newer, previews before what they preview.</summary>
    public static readonly IComparer<PackageVersion> Order = Comparer<PackageVersion>.Create(Compare);

    private readonly int[] _numbers;
    private readonly string[] _preview;

    private PackageVersion(string text, int[] numbers, string[] preview)
    {
        Text = text;
        _numbers = numbers;
        _preview = preview;
    }

    /// <summary>As it was written, without build metadata.</summary>
    public string Text { get; }

    public bool IsPreview => _preview.Length > 0;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PackageVersion? version)
    {
        version = null;
        var plain = (text ?? string.Empty).Split('+')[0];
        var dash = plain.IndexOf('-');
        var parts = (dash < 0 ? plain : plain[..dash]).Split('.');
        if (parts.Length is < 1 or > 4 || parts.Any(p => !int.TryParse(p, out var number) || number < 0))
        {
            return false;
        }

        version = new PackageVersion(
            plain,
            [.. parts.Select(int.Parse)],
            dash < 0 ? [] : plain[(dash + 1)..].Split('.')
        );
        return true;
    }

    private static int Compare(PackageVersion one, PackageVersion other)
    {
        for (var index = 0; index < 4; index++)
        {
            var difference = one._numbers.ElementAtOrDefault(index).CompareTo(other._numbers.ElementAtOrDefault(index));
            if (difference != 0)
            {
                return difference;
            }
        }

        return ComparePreviews(one._preview, other._preview);
    }

    private static int ComparePreviews(string[] one, string[] other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return other.Length.CompareTo(one.Length);
        }

        foreach (var (left, right) in one.Zip(other))
        {
            var areNumbers = (int.TryParse(left, out var a), int.TryParse(right, out var b));
            var difference = areNumbers switch
            {
                (true, true) => a.CompareTo(b),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
            };
            if (difference != 0)
            {
                return difference;
            }
        }

        return one.Length.CompareTo(other.Length);
    }
}
