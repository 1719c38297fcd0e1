using Microsoft.Extensions.Logging;
using Pergola.Core.Cluster;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Cluster;

/// <summary>What an operator is told about the parts that nodes share.</summary>
public static class ClusterLog
{
    private static readonly Action<ILogger, string, string, string, string, Exception?> Opened = LoggerMessage.Define<
        string,
        string,
        string,
        string
    >(
        LogLevel.Information,
        new EventId(1, nameof(Standing)),
        "Nodes share: cache by {Cache}, messages by {PubSub}, locks by {Locks}, queue by {Queue}"
    );

    private static readonly Action<ILogger, string, Exception?> Gone = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(2, nameof(ClusterReports.Lost)),
        "The connection to {Backend} is lost and is tried again"
    );

    private static readonly Action<ILogger, string, Exception?> Back = LoggerMessage.Define<string>(
        LogLevel.Information,
        new EventId(3, nameof(ClusterReports.Restored)),
        "The connection to {Backend} is there again"
    );

    private static readonly Action<ILogger, string, Exception?> Threw = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(4, nameof(ClusterReports.HandlerFailed)),
        "A message on {Channel} could not be handled"
    );

    private static readonly Action<ILogger, Exception?> NotLeased = LoggerMessage.Define(
        LogLevel.Warning,
        new EventId(5, nameof(WorkerNumberFailed)),
        "The lease of the worker number could not be renewed and is tried again"
    );

    private static readonly Action<ILogger, string, string, Exception?> Odd = LoggerMessage.Define<string, string>(
        LogLevel.Warning,
        new EventId(6, nameof(OddAddress)),
        "{Variable} has an odd form and is taken for {Address}"
    );

    private static readonly Action<ILogger, string, Exception?> OneProcess = LoggerMessage.Define<string>(
        LogLevel.Information,
        new EventId(7, nameof(ProcessesIgnored)),
        "CLUSTER_MODE={Mode} is ignored: one process uses all cores"
    );

    public static ClusterReports To(ILogger logger) =>
        new(
            (backend, failure) => Gone(logger, backend, failure),
            backend => Back(logger, backend, null),
            (channel, failure) => Threw(logger, channel, failure)
        );

    public static void Standing(
        ILogger logger,
        ClusterBackend cache,
        ClusterBackend pubSub,
        ClusterBackend locks,
        ClusterBackend queue
    ) => Opened(logger, cache.ToString(), pubSub.ToString(), locks.ToString(), queue.ToString(), null);

    internal static void WorkerNumberFailed(ILogger logger, Exception failure) => NotLeased(logger, failure);

    /// <summary>What the settings of the cluster give reason to say at the start.</summary>
    internal static void Remarks(ILogger logger, ClusterOptions options)
    {
        foreach (var (variable, usual) in options.OddAddresses)
        {
            OddAddress(logger, variable, usual);
        }

        if (options.Processes is { } mode)
        {
            ProcessesIgnored(logger, mode);
        }
    }

    private static void OddAddress(ILogger logger, string variable, string usual) => Odd(logger, variable, usual, null);

    private static void ProcessesIgnored(ILogger logger, string mode) => OneProcess(logger, mode, null);
}
