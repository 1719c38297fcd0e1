using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// Has libraries forget what they remember of types, as the serializer does, so that the code of a plugin that was unloaded can
/// go. They offer it for changes of code while it runs (docs: <see cref="MetadataUpdateHandlerAttribute"/>).
/// </summary>
internal static class LibraryCaches
{
    private const string Method = "ClearCache";

    public static void Clear()
    {
        foreach (var assembly in AssemblyLoadContext.Default.Assemblies)
        {
            foreach (var handler in assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
            {
                handler
                    .HandlerType.GetMethod(
                        Method,
                        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
                        [typeof(Type[])]
                    )
                    ?.Invoke(null, [null]);
            }
        }
    }
}
