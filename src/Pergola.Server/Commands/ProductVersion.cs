using System.Reflection;

namespace Pergola.Server.Commands;

internal static class ProductVersion
{
    /// <summary>Version of the build, without the commit that tools append to it.</summary>
    public static string Text { get; } =
        typeof(ProductVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
