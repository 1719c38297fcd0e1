using Xunit;

namespace Acme.Visitors.Tests;

public sealed class BadgeNumbersTests
{
    [Fact]
    public void Badges_can_be_read_aloud_and_differ()
    {
        var badges = Enumerable.Range(0, 1_000).Select(_ => BadgeNumbers.Next()).ToList();
        Assert.All(
            badges,
            badge => Assert.Matches($"^[{BadgeNumbers.Letters}]{{3}}-[{BadgeNumbers.Letters}]{{3}}$", badge)
        );
        Assert.True(badges.Distinct().Count() > 990);
    }
}
