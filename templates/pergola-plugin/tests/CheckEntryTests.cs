using Pergola.Core.Errors;
using Xunit;

namespace Acme.Sample.Tests;

public sealed class CheckEntryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void An_entry_needs_a_title(string? title)
    {
        var failure = Assert.Throws<ValidationException>(() => CheckEntry.RequireTitle(title));
        Assert.Equal("title", failure.Field);
    }

    [Fact]
    public void Any_title_will_do() => CheckEntry.RequireTitle("Water the plants");
}
