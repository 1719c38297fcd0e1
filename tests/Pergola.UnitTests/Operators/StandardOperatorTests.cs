using Pergola.Data.Operators;

namespace Pergola.UnitTests.Operators;

public sealed class StandardOperatorTests
{
    [Fact]
    public void Every_name_is_defined_once()
    {
        var names = StandardOperators.All.Select(o => o.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }
}
