using Microsoft.Extensions.Logging;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Cluster;

/// <summary>How the shared parts of a node are opened, once its database is.</summary>
public delegate Task<ClusterParts> OpenCluster(
    ServerSettings settings,
    TimeProvider clock,
    ILoggerFactory loggers,
    CancellationToken cancellationToken
);
