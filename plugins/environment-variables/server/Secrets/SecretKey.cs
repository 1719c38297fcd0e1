using Pergola.App.Secrets;
using Pergola.Core.Errors;

namespace Pergola.Plugins.EnvironmentVariables.Secrets;

/// <summary>The key of stored secrets: that of the environment, else the file in the storage; known once it was opened.</summary>
internal sealed class SecretKey(SecretsOptions options, KeyFile file)
{
    public const int Length = 32;

    /// <summary>Null while there is none.</summary>
    public byte[]? Bytes { get; private set; }

    /// <exception cref="UnavailableException">There is none, and none could be made.</exception>
    public byte[] Require() =>
        Bytes
        ?? throw new UnavailableException(
            "Secrets cannot be stored: there is no key for them, see the log of the server",
            TimeSpan.FromMinutes(1)
        );

    public void Open() =>
        Bytes = options switch
        {
            { Key: { } digits } => Convert.FromHexString(digits),
            { KeyPath: { } path } => file.Read(path, "APP_AES_SECRET_KEY_PATH names "),
            _ => file.FindOrMake(options.StoragePath),
        };
}
