namespace Pergola.Hosting.Apps;

/// <summary>Why an app does not answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the wire contract.</param>
/// <param name="Message">English text.</param>
public sealed record AppStatus(int Status, string Code, string Message)
{
    public static AppStatus NotFound(string app) => new(404, "APP_NOT_FOUND", $"application {app} not found");

    public static AppStatus Initializing(string app) =>
        new(503, "APP_INITIALIZING", $"application {app} is initializing");

    /// <summary>What other nodes have changed is not known for certain, as when the database is away.</summary>
    public static AppStatus OutOfStep(string app) =>
        new(503, "APP_INITIALIZING", $"application {app} catches up with its database");

    public static AppStatus Stopped(string app) => new(503, "APP_STOPPED", $"application {app} is stopped");
}
