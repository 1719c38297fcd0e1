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

    private static readonly Action<ILogger, string, string, Exception?> Gone = LoggerMessage.Define<string, string>(
        LogLevel.Warning,
        new EventId(2, nameof(ClusterReports.Lost)),
        "{Backend} cannot be reached and is tried again: {Reason}"
    );

    private static readonly Action<ILogger, string, Exception?> Back = LoggerMessage.Define<string>(
        LogLevel.Information,
        new EventId(3, nameof(ClusterReports.Restored)),
        "{Backend} can be reached again"
    );

    private static readonly Action<ILogger, string, Exception?> Threw = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(4, nameof(ClusterReports.HandlerFailed)),
        "A message on {Channel} could not be handled"
    );

    private static readonly Action<ILogger, string, Exception?> NotLeased = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(5, nameof(WorkerNumberFailed)),
        "The lease of the worker number could not be renewed and is tried again: {Reason}"
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

    private static readonly Action<ILogger, string, Exception?> Broken = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(8, nameof(QueueFileBroken)),
        "The saved background work cannot be read and was put aside as {Path}"
    );

    public static ClusterReports To(ILogger logger) =>
        new(
            (backend, failure) => Gone(logger, backend, Reason(failure), null),
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

    internal static void WorkerNumberFailed(ILogger logger, Exception failure) =>
        NotLeased(logger, Reason(failure), null);

    internal static void QueueFileBroken(ILogger logger, string path, Exception failure) =>
        Broken(logger, path, failure);

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

    // What the driver says at the bottom: refused, certificate, password.
    private static string Reason(Exception? failure) => failure?.GetBaseException().Message ?? "no answer";

    private static void OddAddress(ILogger logger, string variable, string usual) => Odd(logger, variable, usual, null);

    private static void ProcessesIgnored(ILogger logger, string mode) => OneProcess(logger, mode, null);
}
