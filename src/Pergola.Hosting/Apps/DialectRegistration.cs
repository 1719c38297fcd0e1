using Pergola.Data.Dialects;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Apps;

/// <summary>How a database of one dialect is opened.</summary>
public sealed record DialectRegistration(
    string Name,
    Func<ServerSettings, CancellationToken, Task<Database>> OpenAsync
);
