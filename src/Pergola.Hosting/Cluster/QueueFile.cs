using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pergola.Core.Cluster.Queues;

namespace Pergola.Hosting.Cluster;

/// <summary>
/// Keeps a queue in memory across restarts: what is left at the stop is written to a file, which is read and removed at the
/// next start.
/// </summary>
public sealed class QueueFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly MemoryWorkQueue _queue;

    private QueueFile(string path, MemoryWorkQueue queue)
    {
        _path = path;
        _queue = queue;
    }

    /// <summary>Loads what was saved. A file that makes no sense is put aside and reported.</summary>
    public static async Task<QueueFile> OpenAsync(
        string path,
        MemoryWorkQueue queue,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(path))
        {
            try
            {
                var saved = JsonSerializer.Deserialize<List<SavedMessage>>(
                    await File.ReadAllBytesAsync(path, cancellationToken)
                );
                queue.Load(saved ?? []);
                File.Delete(path);
            }
            catch (JsonException failure)
            {
                File.Move(path, path + ".broken", overwrite: true);
                ClusterLog.QueueFileBroken(logger, path + ".broken", failure);
            }
        }

        return new QueueFile(path, queue);
    }

    /// <summary>Saves what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        var left = _queue.Save();
        if (left.Count == 0)
        {
            return;
        }

        // Half a file is never found under its name.
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await File.WriteAllBytesAsync(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(left));
        File.Move(_path + ".new", _path, overwrite: true);
    }
}
