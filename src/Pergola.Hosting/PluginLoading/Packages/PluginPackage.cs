namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>A package as it was read and found in order; nothing of it has been run.</summary>
public sealed record PluginPackage
{
    public required PackageIdentity Identity { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Authors { get; init; }

    public string? Homepage { get; init; }

    /// <summary>SHA-512 of the file, base64; as feeds give it.</summary>
    public required string Hash { get; init; }

    /// <summary>Framework its assemblies were picked for, such as <c>net10.0</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>Other packages it says it needs for that framework.</summary>
    public required IReadOnlyList<PackageDependency> Dependencies { get; init; }

    /// <summary>Assemblies by name.</summary>
    public required IReadOnlyDictionary<string, AssemblyImage> Assemblies { get; init; }

    /// <summary>Files of its web part by path below <c>web/</c>.</summary>
    public required IReadOnlyDictionary<string, byte[]> WebFiles { get; init; }
}

/// <param name="Id">Id as the package writes it; ids differ by more than case.</param>
/// <param name="Version">Version as the package writes it.</param>
public sealed record PackageIdentity(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}

/// <param name="Id">Id of the package.</param>
/// <param name="Range">Versions that will do, in the notation of NuGet.</param>
public sealed record PackageDependency(string Id, string Range);

/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable symbols, null when there are none.</param>
public sealed record AssemblyImage(byte[] Image, byte[]? Symbols);
