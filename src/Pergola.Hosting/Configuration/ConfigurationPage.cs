using System.Text;

namespace Pergola.Hosting.Configuration;

/// <summary>The reference page of settings, written from the map.</summary>
public static class ConfigurationPage
{
    public const string Path = "docs/reference/configuration.md";

    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Configuration

            Settings come from environment variables. An empty variable counts as absent. `<NAME>_FILE` names a file that holds
            the value, the way Kubernetes mounts secrets. A value that does not fit stops the start with a sentence that names
            the variable. Unknown variables are ignored. Options of a plugin are named `<PLUGIN>_<PROPERTY>`.

            The file `.env` in the working directory, or the one that `APP_ENV_PATH` names, may hold settings too, a line
            `NAME=value` each; variables of the environment go before it. A variable that NocoBase knows and that has no effect
            here yet is named in the log at start.

            The worker number inside generated record ids is leased from the database, so that no two processes share one; with
            SQLite, which has one process, it is chosen at random.

            Addresses of Redis may also have one slash or three, or no scheme, as in `redis:/host:6379/0` and `host:6379/0`; the
            log then names the usual form.

            This page is written by `pergola docs`.

            | Variable | Must be | Default | Meaning |
            |---|---|---|---|

            """
        );
        foreach (var variable in EnvironmentMap.Variables)
        {
            page.Append("| `").Append(variable.Name).Append("` | ").Append(variable.Kind.Words);
            page.Append(" | ").Append(variable.Default).Append(" | ").Append(variable.Meaning).Append(" |\n");
        }

        return page.ToString();
    }
}
