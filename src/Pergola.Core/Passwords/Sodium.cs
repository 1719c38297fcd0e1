using System.Runtime.InteropServices;

namespace Pergola.Core.Passwords;

/// <summary>The one function used of libsodium: .NET has no scrypt of its own.</summary>
internal static partial class Sodium
{
    [LibraryImport("libsodium", EntryPoint = "crypto_pwhash_scryptsalsa208sha256_ll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static partial int Scrypt(
        ReadOnlySpan<byte> password,
        nuint passwordLength,
        ReadOnlySpan<byte> salt,
        nuint saltLength,
        ulong cost,
        uint blockSize,
        uint parallelization,
        Span<byte> key,
        nuint keyLength
    );
}
