using Microsoft.Extensions.Logging;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Generations;

/// <summary>What belongs to the process and outlives the generations it is lent to.</summary>
public sealed record ProcessParts(
    ServerSettings Settings,
    Database Database,
    TimeProvider Clock,
    SnowflakeIds Ids,
    ILoggerFactory Loggers
);
