using Pergola.App.Plugins;

namespace Pergola.UnitTests.Generations;

public sealed class PluginOrderTests
{
    [Fact]
    public void A_plugin_comes_after_those_it_needs() =>
        Assert.Equal(
            [typeof(Ground), typeof(House)],
            PluginOrder.Sort([new House(), new Ground()]).Select(p => p.GetType())
        );

    [Fact]
    public void A_missing_plugin_is_named() =>
        Assert.Contains(
            "ground",
            Assert.Throws<InvalidOperationException>(() => PluginOrder.Sort([new House()])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_circle_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => PluginOrder.Sort([new Hen(), new Egg()]));

    [Plugin("ground")]
    private sealed class Ground : Plugin
    {
        public override void Configure(PluginBuilder plugin) { }
    }

    [Plugin("house", DependsOn = ["ground"])]
    private sealed class House : Plugin
    {
        public override void Configure(PluginBuilder plugin) { }
    }

    [Plugin("hen", DependsOn = ["egg"])]
    private sealed class Hen : Plugin
    {
        public override void Configure(PluginBuilder plugin) { }
    }

    [Plugin("egg", DependsOn = ["hen"])]
    private sealed class Egg : Plugin
    {
        public override void Configure(PluginBuilder plugin) { }
    }
}
