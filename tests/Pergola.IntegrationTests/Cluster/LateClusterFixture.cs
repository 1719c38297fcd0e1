using Pergola.Testing.Cluster;

namespace Pergola.IntegrationTests.Cluster;

/// <summary>Nodes whose requests are carried out late and in another order; the contract is the same.</summary>
public sealed class LateClusterFixture : MemoryClusterFixture
{
    private int _seed = 20;

    public override async Task<ClusterNode> JoinAsync(CancellationToken cancellationToken) =>
        (await base.JoinAsync(cancellationToken)).With(new Faults(_seed++) { Late = 0.3 });
}
