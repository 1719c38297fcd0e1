using Pergola.Hosting.Configuration;

namespace Pergola.UnitTests.Configuration;

public sealed class ClusterOptionsTests
{
    private const string Local = "redis://localhost:6379/0";

    [Theory]
    // Nothing set.
    [InlineData("", false, "memory", "memory", "memory", "memory")]
    [InlineData("", true, "database", "database", "database", "database")]
    // One address for all: what must survive stays in the database unless it is sent there.
    [InlineData("REDIS_URL=redis://r/1", true, "redis://r:6379/1", "redis://r:6379/1", "database", "database")]
    [InlineData("REDIS_URL=redis://r/1", false, "redis://r:6379/1", "redis://r:6379/1", "memory", "memory")]
    [InlineData(
        "REDIS_URL=redis://r;LOCK_ADAPTER_DEFAULT=redis;QUEUE_ADAPTER=redis",
        true,
        "redis://r:6379/0",
        "redis://r:6379/0",
        "redis://r:6379/0",
        "redis://r:6379/0"
    )]
    // Selected without an address.
    [InlineData("CACHE_DEFAULT_STORE=redis", true, Local, "database", "database", "database")]
    [InlineData("LOCK_ADAPTER_DEFAULT=redis", true, "database", "database", Local, "database")]
    [InlineData("QUEUE_ADAPTER=redis", false, "memory", "memory", "memory", Local)]
    // Own addresses, before the common one.
    [InlineData(
        "REDIS_URL=redis://r;CACHE_REDIS_URL=redis://c/0;PUBSUB_ADAPTER_REDIS_URL=redis://p/1;"
            + "LOCK_ADAPTER_REDIS_URL=redis://l/2;QUEUE_ADAPTER_REDIS_URL=redis://q/3",
        true,
        "redis://c:6379/0",
        "redis://p:6379/1",
        "redis://l:6379/2",
        "redis://q:6379/3"
    )]
    // Kept away from Redis.
    [InlineData(
        "REDIS_URL=redis://r;CACHE_DEFAULT_STORE=memory;LOCK_ADAPTER_DEFAULT=local;LOCK_ADAPTER_REDIS_URL=redis://l",
        true,
        "memory",
        "redis://r:6379/0",
        "database",
        "database"
    )]
    [InlineData("QUEUE_ADAPTER=memory", true, "database", "database", "database", "database")]
    // The guide's own text, with its one slash.
    [InlineData(
        "CACHE_DEFAULT_STORE=redis;CACHE_REDIS_URL=redis://s:6379/0;PUBSUB_ADAPTER_REDIS_URL=redis://s:6379/1;"
            + "LOCK_ADAPTER_REDIS_URL=redis:/s:6379/2",
        true,
        "redis://s:6379/0",
        "redis://s:6379/1",
        "redis://s:6379/2",
        "database"
    )]
    public void Each_part_stands_on_what_is_set_for_it(
        string variables,
        bool databaseIsShared,
        string cache,
        string pubSub,
        string locks,
        string queue
    )
    {
        var options = Read(variables);
        Assert.Equal(
            (cache, pubSub, locks, queue),
            (
                options.Cache(databaseIsShared).ToString(),
                options.PubSub(databaseIsShared).ToString(),
                options.Locks(databaseIsShared).ToString(),
                options.Queue(databaseIsShared).ToString()
            )
        );
    }

    [Theory]
    [InlineData("CACHE_DEFAULT_STORE=memcached", "memcached")]
    [InlineData("CACHE_MEMORY_MAX=0", "0")]
    [InlineData("CACHE_MEMORY_MAX=many", "many")]
    [InlineData("LOCK_ADAPTER_DEFAULT=zookeeper", "zookeeper")]
    [InlineData("QUEUE_ADAPTER=kafka", "kafka")]
    [InlineData("QUEUE_ADAPTER=rabbitmq", "RabbitMQ is not available")]
    [InlineData("CLUSTER_MODE=some", "some")]
    [InlineData("REDIS_URL=http://r", "redis://")]
    [InlineData("CACHE_REDIS_URL=redis://", "redis://")]
    [InlineData("PUBSUB_ADAPTER_REDIS_URL=redis://r:x", "redis://")]
    [InlineData("LOCK_ADAPTER_REDIS_URL=redis:////r", "redis://")]
    [InlineData("QUEUE_ADAPTER_REDIS_URL=redis://user:pw@r", "user name")]
    public void A_bad_value_stops_the_start_and_names_its_variable(string variable, string part)
    {
        var message = Assert.Throws<ConfigurationException>(() => Read(variable)).Message;
        Assert.StartsWith(variable.Split('=')[0] + " ", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_about_addresses_hold_no_password()
    {
        var message = Assert.Throws<ConfigurationException>(() => Read("REDIS_URL=redis://u:secret@r:x")).Message;
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_addresses_are_told_of_without_their_password()
    {
        var options = Read("REDIS_URL=redis://r;LOCK_ADAPTER_REDIS_URL=redis:/:secret@s:6379/2;CACHE_REDIS_URL=c:6379");
        Assert.Equal(
            [("CACHE_REDIS_URL", "redis://c:6379/0"), ("LOCK_ADAPTER_REDIS_URL", "redis://:***@s:6379/2")],
            options.OddAddresses
        );
    }

    [Fact]
    public void Processes_are_accepted()
    {
        Assert.All(["max", "-1", "4"], mode => Assert.Equal(mode, Read("CLUSTER_MODE=" + mode).Processes));
        Assert.Equal(2000, Read("").CacheMemoryMax);
        Assert.Equal(50, Read("CACHE_MEMORY_MAX=50").CacheMemoryMax);
    }

    private static ClusterOptions Read(string variables) =>
        ServerSettings
            .Read(
                variables
                    .Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(v => v.Split('=', 2))
                    .ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal)
            )
            .Cluster;
}
