using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Pergola.Plugins.EnvironmentVariables.Secrets;

/// <summary>The key in a file of 32 bytes that only its owner may read.</summary>
internal sealed class KeyFile(ILogger<KeyFile> logger)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Everybody =
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    /// <exception cref="InvalidOperationException">The file cannot be read or does not hold a key; ends the start.</exception>
    /// <param name="path">The file.</param>
    /// <param name="origin">Beginning of the sentence that says what is wrong with it.</param>
    public byte[] Read(string path, string origin = "")
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"{origin}{path}, which cannot be read as the key of secrets.",
                failure
            );
        }

        if (bytes.Length != SecretKey.Length)
        {
            throw new InvalidOperationException(
                $"{path} must hold the {SecretKey.Length} bytes of the key of secrets and holds {bytes.Length}."
            );
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Everybody) != UnixFileMode.None)
        {
            Log.KeyOpenToOthers(logger, path);
        }

        return bytes;
    }

    /// <summary>The key of a storage, made when it has none; null when it can be neither found nor made.</summary>
    public byte[]? FindOrMake(string storage)
    {
        var path = Path.Combine(storage, "apps", "main", "aes_key.dat");
        var older = Path.Combine(storage, "environment-variables", "main", "aes_key.dat");
        if (File.Exists(path) || !File.Exists(older))
        {
            return File.Exists(path) || Make(path) ? Read(path) : null;
        }

        return Read(older);
    }

    /// <summary>
    /// Writes the key beside its place and moves it there whole, unless another node was faster: both then read the same.
    /// </summary>
    private bool Make(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(draft, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(SecretKey.Length));
                stream.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.NoKey(logger, path, failure);
            return false;
        }
    }
}
