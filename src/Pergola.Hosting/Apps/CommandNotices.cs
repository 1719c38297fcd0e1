using System.Text.Json;
using Pergola.App.Lifecycle;
using Pergola.App.Notices;

namespace Pergola.Hosting.Apps;

/// <summary>Tells open clients how a command goes, in the messages of the wire contract.</summary>
internal sealed class CommandNotices(NoticeBoard board)
{
    public void Progress(AppCommand command, string message) =>
        Post(
            "maintaining",
            new
            {
                code = "APP_COMMANDING",
                message,
                command = new { name = command.Name },
            }
        );

    /// <summary>The app is as it was asked to be: clients get what has changed by loading their page again.</summary>
    public void Finished() =>
        Post(
            "maintaining",
            new
            {
                code = "APP_RUNNING",
                message = "application main is running",
                refresh = true,
            }
        );

    public void Failed(string message) => Post("notification", new { type = "error", message });

    private void Post(string type, object payload) =>
        board.Post(new Notice(type, JsonSerializer.SerializeToElement(payload)));
}
